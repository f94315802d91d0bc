using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Rendering;

/// <summary>The answer to "which offers/partners are called …": a table, or what comes near.</summary>
internal static class LookupAnswer
{
    private const int MostRows = 25;

    public static async Task<ToolAnswer> Of(
        ResolvedRequest request, EntityKind kind, NameSearch search, AnswerTable table, Func<RankedEntity, ValueTask<TableCell[]>> row)
    {
        var (noun, argument) = kind == EntityKind.Offer ? ("offer", "offer") : ("partner", "partner");
        var answer = new AnswerText(request);
        if (search.Hits.Count == 0)
        {
            Near(answer, kind, noun, search.Nearest);
            return answer.ToAnswer();
        }

        answer.Say(search.Hits.Count == 1 ? $"One {noun} matches." : $"{Figures.Count(search.Hits.Count)} {noun}s match.");
        foreach (var hit in search.Hits.Take(MostRows))
        {
            table.Add(await row(hit));
        }

        answer.Table($"Matching {noun}s", table);
        if (search.Hits.Count > MostRows)
        {
            answer.Say($"The first {MostRows} are listed; another word would narrow it down.");
        }

        if (search.Hits is [var only])
        {
            answer.Show(argument, only.Id, only.Name);
        }

        return answer.ToAnswer();
    }

    private static void Near(AnswerText answer, EntityKind kind, string noun, IReadOnlyList<RankedEntity> nearest)
    {
        answer.Say($"No {noun} matches.");
        if (nearest.Count > 0)
        {
            answer.Offer("Did you mean one of these?", [.. EntityArgument.Choices(kind, nearest)]);
        }
    }
}
