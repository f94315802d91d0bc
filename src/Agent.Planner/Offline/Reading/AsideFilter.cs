using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>
/// Leaves out what stands in front of the request and contradicts it: in "Tom is away until 20 January. How did we do last
/// month?" the request has its own date, so the other one belongs to something else.
/// </summary>
internal static class AsideFilter
{
    private const int ClearRequest = 7;
    private const int SomeRequest = 5;

    private static readonly HashSet<Concept> Referring =
        [Concept.Correction, Concept.Instead, Concept.Continue, Concept.Only, Concept.Compare, Concept.Not, Concept.Same, Concept.Again];

    private static readonly HashSet<Concept> Asking =
        [Concept.Need, Concept.Show, Concept.Export, Concept.Find, Concept.Minimum, Concept.Above, Concept.Threshold, Concept.Best, Concept.Drop];

    public static MessageReading Apply(MessageReading reading)
    {
        if (reading.Dates.Count < 2 && reading.Countries.Count < 2 && reading.Quantities.Count == 0)
        {
            return reading;
        }

        var clauses = Clauses.Of(reading).ToList();
        var request = clauses.FindIndex(clause => IntentRules.Best(Part(reading, clause).Concepts(), _ => true) is { Weight: >= ClearRequest });
        if (request < 1)
        {
            return reading;
        }

        var asked = Part(reading, (clauses[request].At, reading.Words.Count));
        var asides = clauses.Take(request).Where(clause => IsAside(Part(reading, clause))).ToList();
        var contradicting = asides.Where(clause => Contradicts(Part(reading, clause), asked)).ToList();
        var rest = reading.Where(at => !contradicting.Exists(clause => clause.At <= at && at < clause.End));
        return rest with { Quantities = [.. rest.Quantities.Where(quantity => !asides.Exists(clause => IsSentence(reading, clause) && clause.At <= quantity.At && quantity.At < clause.End))] };
    }

    private static MessageReading Part(MessageReading reading, (int At, int End) clause) => reading.Where(at => clause.At <= at && at < clause.End);

    private static bool IsAside(MessageReading clause) =>
        !clause.Hits.Any(hit => Referring.Contains(hit.Concept) || Asking.Contains(hit.Concept))
        && !(IntentRules.Best(clause.Concepts(), _ => true) is { Weight: >= SomeRequest });

    private static bool Contradicts(MessageReading aside, MessageReading asked) =>
        (aside.Dates.Count > 0 && asked.Dates.Count > 0) || (aside.Countries.Count > 0 && asked.Countries.Count > 0);

    private static bool IsSentence(MessageReading reading, (int At, int End) clause) =>
        clause.End < reading.Words.Count && reading.Words[clause.End].Folded is "." or ";" or "!";
}
