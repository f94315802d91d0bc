using Microsoft.Extensions.Options;

namespace PromptLab.Everflow;

/// <summary>Finds everything that is wrong at once, so that a set-up is not a series of restarts.</summary>
internal sealed class EverflowOptionsCheck : IValidateOptions<EverflowOptions>
{
    public ValidateOptionsResult Validate(string? name, EverflowOptions options)
    {
        string[] faults = [.. Account(options), .. Numbers(options), .. Times(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Account(EverflowOptions options)
    {
        if (!IsAddress(options.BaseAddress))
            yield return Fault(nameof(options.BaseAddress), "must be an absolute https address without query; http is for this machine only");
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            yield return Fault(nameof(options.ApiKey), "is missing; create a network key in Everflow and set it as an environment variable");
        else if (options.ApiKey.Any(letter => letter is <= ' ' or > '~'))
            yield return Fault(nameof(options.ApiKey), "must not hold spaces, line breaks or characters outside ASCII");
        if (options.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out var zone) || !zone.HasIanaId)
            yield return Fault(nameof(options.TimeZone), "must be an IANA name such as Europe/Amsterdam");
        if (options.Currency is not { Length: 3 } || !options.Currency.All(char.IsAsciiLetterUpper))
            yield return Fault(nameof(options.Currency), "must be an ISO 4217 code such as EUR");
    }

    private static IEnumerable<string> Numbers(EverflowOptions options)
    {
        if (options.RequestsPerSecond is not (> 0 and <= 1_000_000))
            yield return Fault(nameof(options.RequestsPerSecond), "must be above 0");
        if (options.Burst < 1)
            yield return Fault(nameof(options.Burst), "must be at least 1");
        if (options.ConcurrentReports < 1)
            yield return Fault(nameof(options.ConcurrentReports), "must be at least 1; Everflow allows 10");
        if (options.PageSize is < 1 or > 2000)
            yield return Fault(nameof(options.PageSize), "must be from 1 to 2000");
        if (options.SplitRequests < 1)
            yield return Fault(nameof(options.SplitRequests), "must be at least 1");
        if (options.Retries is < 0 or > 10)
            yield return Fault(nameof(options.Retries), "must be from 0 to 10");
        if (options.BreakerThroughput < 2)
            yield return Fault(nameof(options.BreakerThroughput), "must be at least 2");
    }

    private static IEnumerable<string> Times(EverflowOptions options)
    {
        if (!IsBetween(options.AttemptTimeout, 0.01, 3600))
            yield return Fault(nameof(options.AttemptTimeout), "must be from 10 milliseconds to 1 hour");
        if (!IsBetween(options.TotalTimeout, 0.01, 86_400) || options.TotalTimeout < options.AttemptTimeout)
            yield return Fault(nameof(options.TotalTimeout), "must be at least Everflow:AttemptTimeout and at most 1 day");
        if (!IsBetween(options.RetryDelay, 0, 3600))
            yield return Fault(nameof(options.RetryDelay), "must be from 0 to 1 hour");
        if (!IsBetween(options.LongestRetryAfter, 0, 86_400))
            yield return Fault(nameof(options.LongestRetryAfter), "must be from 0 to 1 day");
        if (!IsBetween(options.BreakerWindow, 0.5, 86_400))
            yield return Fault(nameof(options.BreakerWindow), "must be from half a second to 1 day");
        if (!IsBetween(options.BreakerPause, 0.5, 86_400))
            yield return Fault(nameof(options.BreakerPause), "must be from half a second to 1 day");
        if (!IsBetween(options.MetadataLifetime, 1, 30 * 86_400))
            yield return Fault(nameof(options.MetadataLifetime), "must be from 1 second to 30 days");
    }

    private static bool IsAddress(Uri? address) =>
        address is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsBetween(TimeSpan value, double fewestSeconds, double mostSeconds) =>
        value >= TimeSpan.FromSeconds(fewestSeconds) && value <= TimeSpan.FromSeconds(mostSeconds);

    private static string Fault(string setting, string rule) => $"{EverflowOptions.Section}:{setting} {rule}.";
}
