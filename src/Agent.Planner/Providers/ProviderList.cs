using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Models;

namespace PromptLab.Planner.Providers;

/// <summary>The configured providers with what they offer and how they are doing. What was found out is kept for a minute.</summary>
public sealed class ProviderList : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, ProviderState> _states = new(StringComparer.OrdinalIgnoreCase);
    private readonly ProviderProbe _probe;
    private readonly ModelRegistry _registry;
    private readonly ModelsOptions _options;
    private readonly TimeProvider _time;

    public ProviderList(ModelRegistry registry, IOptions<ModelsOptions> options, TimeProvider time)
    {
        _registry = registry;
        _options = options.Value;
        _time = time;
        _probe = new ProviderProbe(time);
    }

    public async Task<IReadOnlyList<ProviderInfo>> ReadAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(_registry.Providers.Select(name => ReadAsync(name, cancellationToken)));

    public void Dispose() => _probe.Dispose();

    private async Task<ProviderInfo> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var provider = _options.Providers.GetValueOrDefault(name) ?? new();
        var isOffline = provider.Kind == ModelKind.Offline;
        var model = isOffline ? ModelsOptions.Offline : provider.Model!;
        var state = isOffline
            ? new ProviderState(ProviderState.Ok, [model], _time.GetUtcNow())
            : await StateAsync(name, provider, model, cancellationToken);
        return new(name, provider.Kind, model, Is(_options.Default), Is(_options.Fallback), isOffline ? null : _registry.GetWithoutFallback(name).Prices, state);

        bool Is(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<ProviderState> StateAsync(string name, ProviderOptions provider, string model, CancellationToken cancellationToken)
    {
        if (_states.TryGetValue(name, out var known) && _time.GetUtcNow() - known.CheckedAt < Fresh)
        {
            return known;
        }

        return _states[name] = await AskAsync(provider, model, cancellationToken);
    }

    private async Task<ProviderState> AskAsync(ProviderOptions provider, string model, CancellationToken cancellationToken)
    {
        try
        {
            var models = await _probe.ModelsAsync(provider, cancellationToken);
            return new(ProviderState.Ok, models.Count == 0 ? [model] : models, _time.GetUtcNow());
        }
        catch (ModelException exception)
        {
            return new(exception.Code, [model], _time.GetUtcNow());
        }
    }
}
