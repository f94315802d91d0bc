namespace PromptLab.Simulator.Reports;

internal enum TimeColumn
{
    None,
    UnixTimestamp,
    Hour,
    Date,
    Week,
    Month,
    Year,
}
