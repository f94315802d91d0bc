using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Places, thresholds and minimums.</summary>
internal static class NumberSlots
{
    private static readonly string[] Limits = ["min_conversions", "click_threshold", "drop_threshold"];
    private static readonly string[] Plain = ["top_n", "click_threshold"];

    public static void Fill(Frame frame, MessageReading reading)
    {
        foreach (var quantity in Negation.Settle(reading, reading.Quantities, quantity => quantity.At))
        {
            if (Argument(frame, quantity.Measure) is { } argument)
            {
                frame.Set(argument, quantity.Value);
            }
        }

        if (reading.Has(Concept.All, Concept.Without) && reading.Has(Concept.Minimum) && reading.Quantities.Count == 0)
        {
            frame.Drop("min_conversions");
        }
    }

    private static string? Argument(Frame frame, Measure measure) => measure switch
    {
        Measure.Places => "top_n",
        Measure.Conversions => "min_conversions",
        Measure.Clicks => "click_threshold",
        Measure.Percent => "drop_threshold",
        Measure.Days => "analysis_days",
        Measure.Minimum or Measure.Threshold => Limits.FirstOrDefault(frame.Takes),
        Measure.Bare => Plain.FirstOrDefault(argument => frame.Takes(argument) && !frame.Has(argument)),
        _ => null,
    };
}
