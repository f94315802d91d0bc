namespace PromptLab.Planner.Offline.Reading;

internal enum Measure
{
    Places,
    Conversions,
    Clicks,
    Percent,
    Days,
    Threshold,
    Minimum,
    Bare,
}
