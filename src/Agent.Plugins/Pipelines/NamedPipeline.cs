using PromptLab.Data.Pipelines;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

/// <summary>One of the pipelines that a person sees, by its name or a part of it.</summary>
internal sealed class NamedPipeline(PipelineReader pipelines)
{
    private const int MostChoices = 5;

    /// <returns>The pipeline, or what to ask.</returns>
    public async Task<(Pipeline? Pipeline, ToolQuestion? Question)> FindAsync(string user, string said, CancellationToken cancellationToken)
    {
        if (await pipelines.FindByNameAsync(user, said, cancellationToken) is { } exact)
        {
            return (exact, null);
        }

        var found = (await pipelines.ListAsync(user, new PipelineFilter(said), null, 50, cancellationToken)).Data;
        return found.Where(pipeline => pipeline.Name.Contains(said, StringComparison.OrdinalIgnoreCase)).Take(MostChoices).ToList() switch
        {
            [var only] => (only, null),
            [] => (null, await UnknownAsync(user, said, cancellationToken)),
            var several => (null, Question($"Several pipelines match “{said}”. Which one is meant?", several)),
        };
    }

    private async Task<ToolQuestion> UnknownAsync(string user, string said, CancellationToken cancellationToken)
    {
        var latest = (await pipelines.ListAsync(user, new PipelineFilter(), null, MostChoices, cancellationToken)).Data;
        return Question($"You have no pipeline called “{said}”. {(latest.Count == 0 ? "You have none at all yet; the lab is where they are made." : "Which one is meant?")}", latest);
    }

    private static ToolQuestion Question(string text, IReadOnlyList<Pipeline> choices) =>
        new(text, ["pipeline"], [.. choices.Select(pipeline => new ToolChoice(pipeline.Name, $"Run the pipeline \"{pipeline.Name}\""))]);
}
