namespace PromptLab.Everflow;

/// <summary>How to reach the Everflow network account; bound to the section <c>Everflow</c> and checked at start.</summary>
public sealed class EverflowOptions
{
    public const string Section = "Everflow";

    /// <summary>With the version, without a path: <c>https://api.eflow.team/v1</c>, for EU accounts <c>https://api-eu.eflow.team/v1</c>.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.eflow.team/v1");

    /// <summary>A key of the network realm.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>IANA name of the zone in which the account's days begin and end.</summary>
    public string TimeZone { get; set; } = "Europe/Amsterdam";

    /// <summary>ISO 4217 code in which reports are asked.</summary>
    public string Currency { get; set; } = "EUR";

    /// <summary>Sustained rate; the network allows 30 per second for all keys of a customer together.</summary>
    public double RequestsPerSecond { get; set; } = 30;

    /// <summary>How many requests may go out at once after a quiet time.</summary>
    public int Burst { get; set; } = 50;

    /// <summary>Simultaneous requests on <c>/networks/reporting</c>; the network refuses more than 10.</summary>
    public int ConcurrentReports { get; set; } = 8;

    /// <summary>Rows asked per page of a list; most endpoints allow up to 2,000.</summary>
    public int PageSize { get; set; } = 2000;

    /// <summary>Requests that one report may be split into before it is handed back as incomplete.</summary>
    public int SplitRequests { get; set; } = 1000;

    /// <summary>From sending a request to the last byte of its reply; for exports to the first byte, and then between reads.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>All attempts of one read with the pauses between them, once it had its first turn in the quota.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Repetitions of a read that met a 429, a 5xx, a broken connection or a timeout. Writes are never repeated.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Pause before the first repetition; it doubles from there, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A <c>Retry-After</c> beyond this is not waited for: the call fails as rate limited.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls within <see cref="BreakerWindow"/> before the circuit breaker judges; it opens when half of them failed.</summary>
    public int BreakerThroughput { get; set; } = 12;

    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit breaker refuses calls at once.</summary>
    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long time zones, countries and currencies are kept.</summary>
    public TimeSpan MetadataLifetime { get; set; } = TimeSpan.FromHours(12);
}
