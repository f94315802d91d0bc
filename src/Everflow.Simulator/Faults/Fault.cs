namespace PromptLab.Simulator.Faults;

/// <summary>One way in which matching calls fail, for a number of calls.</summary>
/// <param name="Path">Pattern with <c>*</c> for anything; the version may be left out: <c>/networks/reporting/*</c>.</param>
public sealed record Fault(string Path, FaultKind Kind)
{
    /// <summary>Null: any.</summary>
    public string? Method { get; init; }

    /// <summary>Calls that fail before the fault is over; null: all, until it is cleared.</summary>
    public int? Count { get; init; }

    /// <summary>Matching calls that still go well before the first failure.</summary>
    public int After { get; init; }

    /// <summary>Milliseconds before anything else happens; also waited by kinds other than <see cref="FaultKind.Delay"/>.</summary>
    public int DelayMs { get; init; }

    /// <summary>For <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Text of the error body; null: the usual one of the status.</summary>
    public string? Message { get; init; }

    /// <summary>Seconds in <c>Retry-After</c>; null: no such header.</summary>
    public int? RetryAfter { get; init; }
}
