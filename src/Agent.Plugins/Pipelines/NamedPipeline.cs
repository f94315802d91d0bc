using PromptLab.Data.Pipelines;
using PromptLab.Plugins.Sharing;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

/// <summary>One of the pipelines that a person sees, by its name or a part of it. The person's own goes before others' of the same name.</summary>
internal sealed class NamedPipeline(PipelineReader pipelines)
{
    private const int MostChoices = 5;
    private const int MostFound = 50;

    /// <returns>The pipeline, or what to ask.</returns>
    public async Task<(Pipeline? Pipeline, ToolQuestion? Question)> FindAsync(string user, string said, CancellationToken cancellationToken)
    {
        if (await pipelines.FindByNameAsync(user, said, cancellationToken) is { } exact)
        {
            return (exact, null);
        }

        var meant = OwnedName.Read(said);
        return Namesakes(await SearchAsync(user, meant.Name, cancellationToken), meant) switch
        {
            [var only] => (only, null),
            [] => await GuessAsync(user, said, cancellationToken),
            var several => (null, Question($"Several people share a pipeline called “{meant.Name}”. Which one is meant?", several.Take(MostChoices), user)),
        };
    }

    private static List<Pipeline> Namesakes(IEnumerable<Pipeline> pipelines, OwnedName meant) =>
        [.. pipelines.Where(pipeline => string.Equals(pipeline.Name, meant.Name, StringComparison.OrdinalIgnoreCase) && meant.IsOf(pipeline.Owner))];

    private async Task<(Pipeline? Pipeline, ToolQuestion? Question)> GuessAsync(string user, string said, CancellationToken cancellationToken) =>
        (await SearchAsync(user, said, cancellationToken)).Where(pipeline => pipeline.Name.Contains(said, StringComparison.OrdinalIgnoreCase)).Take(MostChoices).ToList() switch
        {
            [var only] => (only, null),
            [] => (null, await UnknownAsync(user, said, cancellationToken)),
            var several => (null, Question($"Several pipelines match “{said}”. Which one is meant?", several, user)),
        };

    private async Task<IReadOnlyList<Pipeline>> SearchAsync(string user, string said, CancellationToken cancellationToken) =>
        (await pipelines.ListAsync(user, new PipelineFilter(said), null, MostFound, cancellationToken)).Data;

    private async Task<ToolQuestion> UnknownAsync(string user, string said, CancellationToken cancellationToken)
    {
        var latest = (await pipelines.ListAsync(user, new PipelineFilter(), null, MostChoices, cancellationToken)).Data;
        return Question($"You have no pipeline called “{said}”. {(latest.Count == 0 ? "You have none at all yet; the lab is where they are made." : "Which one is meant?")}", latest, user);
    }

    private static ToolQuestion Question(string text, IEnumerable<Pipeline> choices, string user) => new(
        text, ["pipeline"],
        [.. choices.Select(pipeline => OwnedName.Write(pipeline.Name, pipeline.Owner, user)).Select(name => new ToolChoice(name, $"Run the pipeline \"{name}\""))]);
}
