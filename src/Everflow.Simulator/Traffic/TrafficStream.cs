namespace PromptLab.Simulator.Traffic;

/// <summary>
/// The steady flow of one partner to one offer, landing page and country, from one source and kind of device. Every report
/// is a sum over streams and days, which is why any two of them agree.
/// </summary>
internal readonly struct TrafficStream
{
    public required ulong Seed { get; init; }
    public required int OfferId { get; init; }
    public required int PartnerId { get; init; }

    /// <summary>0: the offer's own destination.</summary>
    public required int PageId { get; init; }

    /// <summary>Index into <see cref="Geography.Countries"/>.</summary>
    public required byte Country { get; init; }

    /// <summary>Which of the two weekly rhythms: 0 busier at weekends, 1 on working days.</summary>
    public required byte Rhythm { get; init; }

    public required TrafficQuality Quality { get; init; }

    /// <summary>Clicks on an average day.</summary>
    public required float Clicks { get; init; }

    /// <summary>Conversions per click, of any status.</summary>
    public required float Rate { get; init; }

    public float DuplicateShare { get; init; }
    public float InvalidShare { get; init; }
    public float ImpressionsPerClick { get; init; }

    /// <summary>Length in days of the cycle of a stream that comes and goes; 0: it always runs.</summary>
    public int Cycle { get; init; }
    public int CycleOn { get; init; }

    /// <summary>Exact figures instead of chance.</summary>
    public StreamSchedule? Schedule { get; init; }
}
