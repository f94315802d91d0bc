using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Fills the arguments of a tool from a message.</summary>
internal static class SlotReader
{
    /// <param name="isAnswer">The message answers a question of the assistant.</param>
    /// <param name="mayGuess">Which entity may be taken from words that the catalogue does not know.</param>
    public static Frame Read(ToolShape tool, MessageReading reading, DateOnly today, bool isAnswer, Func<string, bool> mayGuess)
    {
        var frame = new Frame(tool);
        TemplateSlots.Fill(frame, reading, isAnswer && tool.Required is [var first, ..] && mayGuess(first));
        if (frame.Takes("variables") || frame.Takes("content"))
        {
            return frame;
        }

        LookupSlots.Fill(frame, reading);
        FilterSlots.Fill(frame, reading, today);
        NumberSlots.Fill(frame, reading);
        ReportSlots.Fill(frame, reading);
        EntitySlots.Fill(frame, reading, isAnswer, mayGuess);
        foreach (var sub in reading.Subs)
        {
            frame.Set(sub.Name, sub.Value);
        }

        DropSubs(frame, reading);

        return frame;
    }

    /// <summary>"Remove the sub1", "without sub2".</summary>
    private static void DropSubs(Frame frame, MessageReading reading)
    {
        foreach (var hit in reading.Hits.Where(hit => hit.Concept == Concept.Without))
        {
            var at = hit.End < reading.Words.Count && reading.Words[hit.End].Folded is "the" or "that" ? hit.End + 1 : hit.End;
            if (at < reading.Words.Count && frame.Takes(reading.Words[at].Folded) && reading.Words[at].Folded.StartsWith("sub", StringComparison.Ordinal))
            {
                frame.Drop(reading.Words[at].Folded);
            }
        }
    }
}
