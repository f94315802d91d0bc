using System.Globalization;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Intents;

/// <summary>The rules of <c>intents.txt</c>: which concepts together ask for which tool.</summary>
internal static class IntentRules
{
    private static readonly IReadOnlyList<Rule> Rules = [.. EmbeddedLines.Read(typeof(IntentRules), "intents.txt").Select(Parse)];

    /// <summary>The tool that is asked for most clearly; null when none is.</summary>
    public static Intent? Best(IReadOnlySet<Concept> concepts, Func<string, bool> isOffered)
    {
        Intent? best = null;
        foreach (var rule in Rules)
        {
            if (rule.Intent.Weight > (best?.Weight ?? 0) && isOffered(rule.Intent.Tool)
                && rule.Needed.All(concepts.Contains) && !rule.Excluded.Any(concepts.Contains))
            {
                best = rule.Intent;
            }
        }

        return best;
    }

    private static Rule Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var concepts = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(word => word[0] == '!');
        return new Rule(
            new Intent(head[0], int.Parse(head[1], CultureInfo.InvariantCulture)),
            [.. concepts[false].Select(Enum.Parse<Concept>)],
            [.. concepts[true].Select(word => Enum.Parse<Concept>(word[1..]))]);
    }

    private sealed record Rule(Intent Intent, Concept[] Needed, Concept[] Excluded);
}
