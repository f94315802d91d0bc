using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Executions;

namespace PromptLab.Plugins.Templates;

/// <summary>A template's output, and what gave it.</summary>
internal static class TemplateRunAnswer
{
    public static ToolOutcome Of(ResolvedRequest request, TemplateRun run)
    {
        if (run.Problem is { } problem)
        {
            return new ToolOutcome.Failed(new ToolProblem("execution_failed", problem, [], run.ExecutionId?.ToString()));
        }

        var answer = new AnswerText(request with { Chips = [.. request.Chips, .. AnsweredBy(run)] });
        answer.Say(run.Output.Length == 0 ? "The model said nothing." : run.Output);
        answer.Say(run.IsOffline
            ? $"*No model was asked · {Figures.Count(run.DurationMs)} ms*"
            : $"*{Figures.Count(run.InputTokens)} tokens in, {Figures.Count(run.OutputTokens)} out · {Figures.Count(run.DurationMs)} ms*");
        return answer.Finish(run);
    }

    /// <summary>In the first line, which conversations keep: "which version answered that?" is asked later.</summary>
    private static RequestChip[] AnsweredBy(TemplateRun run) =>
    [
        new("version", "Version", $"version {run.Version}", IsDefault: false),
        new("model", "Answered by", run.IsOffline ? "offline provider" : $"{run.Provider}, {run.Model}", IsDefault: false),
    ];
}
