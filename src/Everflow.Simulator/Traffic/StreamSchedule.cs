namespace PromptLab.Simulator.Traffic;

/// <summary>Scripted figures by age of the day, so that a planted situation holds on whatever day it is looked at.</summary>
internal sealed class StreamSchedule(params ScheduleSpan[] spans)
{
    public const int Ever = int.MaxValue;

    public (int Clicks, int Conversions) At(int daysAgo, int dayNumber)
    {
        foreach (var span in spans)
            if (daysAgo >= span.Latest && daysAgo <= span.Earliest) return (span.Clicks, dayNumber % span.Every == 0 ? span.Conversions : 0);
        return default;
    }
}
