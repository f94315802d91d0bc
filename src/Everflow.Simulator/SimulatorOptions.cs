namespace PromptLab.Simulator;

/// <summary>How one simulated network is seeded, guarded and reached. Every member can be left alone.</summary>
public sealed class SimulatorOptions
{
    /// <summary>Loopback port; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>Everything is a function of this number and the clock.</summary>
    public int Seed { get; init; } = 2024;

    /// <summary>The key that may read and write, sent as <c>X-Eflow-API-Key</c>.</summary>
    public string ApiKey { get; init; } = "demo";

    /// <summary>A key without the right to write: such calls answer 403 <c>Forbidden</c>. Null: there is none.</summary>
    public string? ReadOnlyApiKey { get; init; }

    /// <summary>IANA name of the network's own time zone; its midnights bound the simulated days.</summary>
    public string TimeZone { get; init; } = "Europe/Amsterdam";

    /// <summary>The clock that "today" is read from. The current day is partial: it ends at the last full hour.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Paces delays and the rate limit, apart from <see cref="Clock"/>, so that a frozen "today" does not freeze them.</summary>
    public TimeProvider WallClock { get; init; } = TimeProvider.System;

    /// <summary>Whether the token bucket answers 429. The <c>X-RateLimit-*</c> headers are sent either way.</summary>
    public bool LimitsRate { get; init; } = true;

    /// <summary>Sustained requests per second.</summary>
    public int RequestsPerSecond { get; init; } = 30;

    /// <summary>Requests that may come at once.</summary>
    public int Burst { get; init; } = 50;

    /// <summary>Whether a 429 carries <c>Retry-After</c> (seconds), which the real API does not promise.</summary>
    public bool SendsRetryAfter { get; init; }

    /// <summary>Simultaneous calls under <c>/networks/reporting</c>; more answer 429. 0: no limit.</summary>
    public int ConcurrentReports { get; init; } = 10;

    /// <summary>How long a change of a conversion's status stays unseen: the real one is asynchronous, too.</summary>
    public TimeSpan ConversionChangeDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Name of the property in error bodies: live traffic has a capital letter, the documentation has not.</summary>
    public string ErrorProperty { get; init; } = "Error";
}
