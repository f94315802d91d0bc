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

        var answer = new AnswerText(request);
        answer.Say(run.Output.Length == 0 ? "The model said nothing." : run.Output);
        answer.Say(run.IsOffline
            ? $"*Version {run.Version} · offline provider, no model was asked · {Figures.Count(run.DurationMs)} ms*"
            : $"*Version {run.Version} · {MarkdownText.Escape(run.Provider)}, {MarkdownText.Escape(run.Model)} · {Figures.Count(run.InputTokens)} tokens in, "
                + $"{Figures.Count(run.OutputTokens)} out · {Figures.Count(run.DurationMs)} ms*");
        return answer.Finish(run);
    }
}
