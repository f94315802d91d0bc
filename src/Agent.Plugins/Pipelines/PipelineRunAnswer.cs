using System.Text.Json.Nodes;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

/// <summary>A run's output, and what became of its steps. What workflow tools answered is shown as they rendered it.</summary>
internal static class PipelineRunAnswer
{
    public static ToolOutcome Of(ResolvedRequest request, string pipeline, PipelineOutcome outcome)
    {
        if (outcome.RunId is null)
        {
            return new ToolOutcome.Failed(new ToolProblem("pipeline_not_started", outcome.Problem!, []));
        }

        var answer = new AnswerText(request);
        if (outcome.Problem is { } problem)
        {
            answer.Warn($"{MarkdownText.Escape(problem)} What is done is kept: mend it and resume the run in the lab.");
        }
        else
        {
            answer.Say(string.IsNullOrEmpty(outcome.Output) ? "The run is completed; its last step said nothing." : outcome.Output);
        }

        answer.Say($"*{Summary(outcome)}*");
        answer.Add(Card(pipeline, outcome));
        return answer.Finish(outcome);
    }

    private static string Summary(PipelineOutcome outcome)
    {
        var done = outcome.Steps.Count(step => step.Status == "completed");
        var models = outcome.Steps.Any(step => step.IsOffline)
            ? "offline provider, no model was asked"
            : $"{Figures.Count(outcome.InputTokens)} tokens in, {Figures.Count(outcome.OutputTokens)} out";
        return $"{Figures.Count(done)} of {Figures.Count(outcome.Steps.Count)} steps done · {models} · {Figures.Count(outcome.DurationMs)} ms";
    }

    private static Card Card(string pipeline, PipelineOutcome outcome) => new("run", new JsonObject
    {
        ["id"] = outcome.RunId!.Value.ToString(),
        ["title"] = pipeline,
        ["status"] = outcome.Status,
        ["steps"] = new JsonArray([.. outcome.Steps.Select(Step)]),
        ["input_tokens"] = outcome.InputTokens,
        ["output_tokens"] = outcome.OutputTokens,
        ["cost"] = outcome.Cost,
        ["duration_ms"] = outcome.DurationMs,
    });

    private static JsonObject Step(PipelineOutcomeStep step) => new()
    {
        ["name"] = step.Name,
        ["kind"] = step.Kind,
        ["status"] = step.Status,
        ["by"] = step.Tool ?? (step.Provider is null ? null : $"{step.Provider}, {step.Model}"),
        ["detail"] = step.Detail,
        ["output"] = step.Output,
        ["duration_ms"] = step.DurationMs,
    };
}
