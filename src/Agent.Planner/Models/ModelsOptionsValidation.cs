using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Models;

/// <summary>Every problem of the section at once, each with the setting's full name.</summary>
internal sealed class ModelsOptionsValidation : IValidateOptions<ModelsOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, ModelsOptions options)
    {
        var problems = Named(nameof(options.Default), options.Default, options)
            .Concat(options.Fallback.Length == 0 ? [] : Named(nameof(options.Fallback), options.Fallback, options))
            .Concat(options.Providers.SelectMany(p => Problems($"{ModelsOptions.Section}:Providers:{p.Key}", p.Value)))
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Named(string setting, string provider, ModelsOptions options)
    {
        if (!ModelRegistry.Names(options).Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{ModelsOptions.Section}:{setting} is \"{provider}\", which is no provider. "
                + $"Known: {string.Join(", ", ModelRegistry.Names(options))}.";
        }
    }

    private static IEnumerable<string> Problems(string setting, ProviderOptions provider)
    {
        if (provider.Kind == ModelKind.Offline)
        {
            return [];
        }

        return
        [
            .. Check(!string.IsNullOrWhiteSpace(provider.Model), $"{setting}:Model is missing."),
            .. Check(provider.BaseAddress is not null || !string.IsNullOrWhiteSpace(provider.ApiKey),
                $"{setting}:ApiKey is missing; only a provider with a BaseAddress of its own may do without."),
            .. Check(provider.BaseAddress is null or { IsAbsoluteUri: true, Scheme: "http" or "https" },
                $"{setting}:BaseAddress is \"{provider.BaseAddress}\", which is no http or https address."),
            .. Check(provider.MaxOutputTokens is null or > 0, $"{setting}:MaxOutputTokens is {provider.MaxOutputTokens}; it must be above 0."),
            .. Check(provider.Temperature is null or (>= 0 and <= 2), $"{setting}:Temperature is {provider.Temperature}; it must be 0 to 2."),
            .. Check(provider.Temperature is null || provider.Kind != ModelKind.Anthropic,
                $"{setting}:Temperature cannot be set: Anthropic's SDK sends none."),
            .. Check(provider.InputPricePerMillion is null or >= 0, $"{setting}:InputPricePerMillion is below 0."),
            .. Check(provider.OutputPricePerMillion is null or >= 0, $"{setting}:OutputPricePerMillion is below 0."),
            .. Check(provider.InputPricePerMillion.HasValue == provider.OutputPricePerMillion.HasValue,
                $"{setting}:InputPricePerMillion and OutputPricePerMillion go together; one is missing."),
            .. Timespan(setting, nameof(provider.Timeout), provider.Timeout),
            .. Timespan(setting, nameof(provider.IdleTimeout), provider.IdleTimeout),
            .. Check(provider.Retries is >= 0 and <= 10, $"{setting}:Retries is {provider.Retries}; it must be 0 to 10."),
            .. Check(provider.RetryDelay >= TimeSpan.Zero && provider.RetryDelay <= provider.MaxRetryDelay,
                $"{setting}:RetryDelay is {provider.RetryDelay} and MaxRetryDelay {provider.MaxRetryDelay}; it must be 0 up to MaxRetryDelay."),
        ];
    }

    private static IEnumerable<string> Timespan(string setting, string name, TimeSpan value) =>
        Check(value > TimeSpan.Zero && value <= LongestTimeout, $"{setting}:{name} is {value}; it must be above 0 and at most {LongestTimeout}.");

    private static IEnumerable<string> Check(bool holds, string problem) => holds ? [] : [problem];
}
