using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>Partners whose revenue fell against the same weekdays a week earlier.</summary>
/// <param name="LastDay">The last of the full days that are looked at, usually yesterday.</param>
/// <param name="AnalysisDays">Full days, ending at <paramref name="LastDay"/>.</param>
/// <param name="DropThreshold">Percent, above 0 and up to 100; reported are larger drops, and a whole loss always.</param>
public sealed record PausedPartnerCheckRequest(DateOnly LastDay, int AnalysisDays, decimal DropThreshold)
{
    public const int DefaultDays = 3;
    public const decimal DefaultDrop = 50;
    public const decimal DefaultMinRevenue = 100;
    public const int DefaultMinAge = 14;

    private const int Week = 7;

    /// <summary>Partners who earned less than this in the earlier days do not count …</summary>
    public decimal MinRevenue { get; init; } = DefaultMinRevenue;

    /// <summary>… unless they had at least this many conversions; null when conversions do not count.</summary>
    public int? MinConversions { get; init; }

    /// <summary>Days that a partner must be known before a change means something.</summary>
    public int MinAge { get; init; } = DefaultMinAge;

    /// <summary>Ids of partners that are left out.</summary>
    public IReadOnlyList<int> ExcludedPartners { get; init; } = [];

    public DateRange Now => new(LastDay.AddDays(1 - AnalysisDays), LastDay);

    /// <summary>The same weekdays, as many weeks earlier as it takes not to overlap.</summary>
    public DateRange Before => new(Now.From.AddDays(-Shift), Now.To.AddDays(-Shift));

    private int Shift => (AnalysisDays + Week - 1) / Week * Week;
}
