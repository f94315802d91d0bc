using PromptLab.Data.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Saves pipelines; one with errors is not saved.</summary>
public sealed class PipelineService(PipelineRepository pipelines, StepTemplates templates, PipelineSurroundings surroundings)
{
    /// <summary>Looks at a draft without saving it.</summary>
    public Task<PipelineFindings> CheckAsync(string owner, PipelineDraft draft, CancellationToken cancellationToken) =>
        FindingsAsync(owner, Tidy(draft), cancellationToken);

    /// <summary>Looks at a saved pipeline as one who runs it sees its templates.</summary>
    public async Task<PipelineReview> ReviewAsync(string user, Pipeline pipeline, CancellationToken cancellationToken)
    {
        var found = await templates.ReadAsync(user, pipeline.Definition.Steps, cancellationToken);
        var draft = new PipelineDraft(pipeline.Name, pipeline.Description, pipeline.Tags, pipeline.Definition);
        return new(PipelineCheck.Of(draft, found, surroundings), PipelineSnapshot.Of(pipeline.Definition, found), found);
    }

    public Task<PipelineSaving> CreateAsync(string owner, PipelineDraft draft, CancellationToken cancellationToken) =>
        SaveAsync(owner, Tidy(draft), change => pipelines.CreateAsync(owner, change, cancellationToken), cancellationToken);

    public async Task<PipelineSaving> ChangeAsync(string owner, Guid id, PipelineEdit edit, CancellationToken cancellationToken) =>
        await pipelines.FindAsync(owner, id, cancellationToken) is { } row
            ? await SaveAsync(
                owner, Tidy(edit.Apply(Pipeline.Of(row))), change => pipelines.ChangeAsync(owner, id, edit.Revision, change, cancellationToken), cancellationToken)
            : await RefusalAsync(owner, id, cancellationToken);

    public async Task<PipelineSaving> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        Saving(await pipelines.UndeleteAsync(owner, id, cancellationToken), "", []);

    /// <summary>Why a user may not change a pipeline that is not the user's own. Private ones of others do not exist for the user.</summary>
    public async Task<PipelineSaving> RefusalAsync(string user, Guid id, CancellationToken cancellationToken) =>
        await pipelines.FindVisibleAsync(user, id, cancellationToken) is { } row && row.Owner != user
            ? new PipelineSaving.NotOwner(row.Owner)
            : new PipelineSaving.NotFound();

    private async Task<PipelineSaving> SaveAsync(
        string owner, PipelineDraft draft, Func<PipelineChange, Task<PipelineStoring>> store, CancellationToken cancellationToken)
    {
        var findings = await FindingsAsync(owner, draft, cancellationToken);
        return findings.HasErrors
            ? new PipelineSaving.Invalid(findings.Problems)
            : Saving(await store(Change(draft)), draft.Name, findings.Problems);
    }

    private async Task<PipelineFindings> FindingsAsync(string owner, PipelineDraft draft, CancellationToken cancellationToken) =>
        PipelineCheck.HasTooManySteps(draft)
            ? PipelineCheck.OfHeading(draft)
            : PipelineCheck.Of(draft, await templates.ReadAsync(owner, draft.Definition.Steps, cancellationToken), surroundings);

    private static PipelineDraft Tidy(PipelineDraft draft) => draft with
    {
        Name = draft.Name.Trim(),
        Description = draft.Description.Trim(),
        Tags = [.. draft.Tags.Select(tag => tag.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
        Definition = draft.Definition with
        {
            Steps = [.. draft.Definition.Steps.Select(Tidy)],
            Output = string.IsNullOrWhiteSpace(draft.Definition.Output) ? null : draft.Definition.Output.Trim(),
        },
    };

    /// <summary>What the kind of a step has no use for is not kept; texts are kept by name, so that two steps are the same when they read the same.</summary>
    private static PipelineStep Tidy(PipelineStep step) => step.Kind == PipelineStepKind.Tool
        ? new PipelineStep(step.Name, step.Kind) { Tool = step.Tool, Arguments = Sorted(step.Arguments), Output = step.Output, When = step.When, After = step.After }
        : step with { Tool = null, Arguments = new Dictionary<string, string>(), Inputs = Sorted(step.Inputs) };

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> texts) => new(texts.ToDictionary(), StringComparer.Ordinal);

    private static PipelineChange Change(PipelineDraft draft) => new(
        draft.Name, draft.Description, draft.Tags, TemplateJson.Write(draft.Definition),
        [
            .. draft.Definition.Steps.Where(step => step.Kind == PipelineStepKind.Template)
                .Select(step => new PipelineReference(step.Name, step.TemplateId!.Value, step.Version, step.Label)),
        ],
        draft.Sharing);

    private static PipelineSaving Saving(PipelineStoring storing, string name, IReadOnlyList<PipelineProblem> warnings) => storing switch
    {
        PipelineStoring.Stored stored => new PipelineSaving.Saved(Pipeline.Of(stored.Pipeline), warnings),
        PipelineStoring.NameTaken => new PipelineSaving.NameTaken(name),
        PipelineStoring.Stale stale => new PipelineSaving.Stale(stale.Revision),
        _ => new PipelineSaving.NotFound(),
    };
}
