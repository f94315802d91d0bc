namespace PromptLab.Workflows.Dates;

/// <summary>The values of <c>Unit</c> in <c>dates.txt</c>.</summary>
internal enum PeriodUnit
{
    Day = 1,
    Week = 2,
    Month = 3,
    Quarter = 4,
    HalfYear = 5,
    Year = 6,
    Weekend = 7,
    Fortnight = 8,
    Period = 9,
    Hour = 10,
}
