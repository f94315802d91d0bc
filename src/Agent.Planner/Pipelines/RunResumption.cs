using PromptLab.Data.Runs;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>What the next attempt of a run uses: the pipeline as it is now, so that mending it helps, or what the last attempt used.</summary>
/// <param name="Source"><c>pipeline</c> or <c>snapshot</c>.</param>
/// <param name="Note">Why, as a sentence.</param>
internal sealed record RunResumption(
    string Source, string Note, PipelineSnapshot Snapshot, IReadOnlyDictionary<string, string> Inputs, IReadOnlyList<RunStepRow> Steps)
{
    public const string Pipeline = "pipeline";
    public const string Kept = "snapshot";

    /// <param name="before">What the last attempt used.</param>
    /// <param name="rows">Where it came to.</param>
    /// <param name="now">The pipeline; null when it is gone.</param>
    public static RunResumption Of(
        PipelineSnapshot before, IReadOnlyList<RunStepRow> rows, IReadOnlyDictionary<string, string> inputs, PipelineReview? now, int attempt)
    {
        var settled = rows.Where(RunState.IsSettled).ToDictionary(row => row.Name);
        var known = now is null ? inputs : inputs.Where(input => now.Snapshot.Inputs.Any(declared => declared.Name == input.Key)).ToDictionary();
        if (Objection(before, settled, known, now) is { } objection)
        {
            return new(Kept, $"{objection} The remaining steps run as in the attempt before.", before, inputs, Rows(before, settled, attempt));
        }

        // What is done keeps the version that it really used.
        var steps = now!.Snapshot.Steps.Select(step => settled.ContainsKey(step.Step.Name)
            ? step with { Template = before.Steps.First(earlier => earlier.Step.Name == step.Step.Name).Template }
            : step);
        var snapshot = now.Snapshot with { Steps = [.. steps] };
        return new(
            Pipeline, "The remaining steps run as the pipeline and its templates are now.", snapshot, PipelineInputs.Fill(snapshot.Inputs, known).Values,
            Rows(snapshot, settled, attempt));
    }

    /// <summary>A row for each step of a snapshot, before it begins or as it was settled.</summary>
    public static IReadOnlyList<RunStepRow> Rows(PipelineSnapshot snapshot, IReadOnlyDictionary<string, RunStepRow> settled, int attempt) =>
    [
        .. snapshot.Steps.Select((step, place) => settled.TryGetValue(step.Step.Name, out var done)
            ? done with { Attempt = attempt, Ordinal = place }
            : new RunStepRow
            {
                RunId = Guid.Empty,
                Attempt = attempt,
                Ordinal = place,
                Name = step.Step.Name,
                Kind = step.Step.Kind,
                Status = RunStepStatus.Pending,
                TemplateId = step.Template?.Id,
                TemplateName = step.Template?.Name,
                Version = step.Template?.Version,
                Tool = step.Step.Tool,
                RanIn = attempt,
            }),
    ];

    /// <summary>Why the pipeline as it is now cannot go on with the run; null when it can.</summary>
    private static string? Objection(
        PipelineSnapshot before, Dictionary<string, RunStepRow> settled, IReadOnlyDictionary<string, string> inputs, PipelineReview? now)
    {
        if (now is null)
        {
            return "The pipeline is gone.";
        }

        if (now.Findings.Problems.FirstOrDefault(problem => problem.IsError) is { } problem)
        {
            return $"The pipeline cannot be run as it is now: {problem.Message}";
        }

        if (PipelineInputs.Fill(now.Snapshot.Inputs, inputs).Problems is [var first, ..])
        {
            return $"The pipeline now takes other inputs: {first.Text}";
        }

        var changed = before.Steps.Where(step => settled.ContainsKey(step.Step.Name))
            .FirstOrDefault(step => !now.Snapshot.Steps.Any(current => PipelineSnapshot.IsSame(step, current)));
        return changed is null ? null : $"The step “{changed.Step.Name}”, which is done, was changed in the pipeline.";
    }
}
