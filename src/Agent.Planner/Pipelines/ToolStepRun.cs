using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data.Runs;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>Calls a workflow tool for a step. Its rendered answer is the output: no model touches the figures.</summary>
internal sealed class ToolStepRun(ToolCatalogue catalogue, IOptions<PipelineOptions> options, TimeProvider time)
{
    public async Task<StepOutcome> RunAsync(
        LiveTurn run, SnapshotStep step, IReadOnlyDictionary<string, string> values, RunWriter writer, CancellationToken cancellationToken)
    {
        if (!catalogue.TryFind(step.Step.Tool!, out var tool))
        {
            return StepOutcome.Failed("tool_unknown", $"There is no tool {step.Step.Tool} any more.");
        }

        var context = new ToolContext(run.Owner, Guid.Empty, run.Id, "", new Progress(writer)) { IsPersonal = true };
        using var limit = new CancellationTokenSource(options.Value.ToolTimeout, time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await RunAsync(tool, Arguments(tool.Descriptor, values), context, stopped.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return StepOutcome.Failed("workflow_timeout", $"The answer took longer than {options.Value.ToolTimeout.TotalSeconds:0} seconds. Ask for less, or raise Pipelines:ToolTimeout.");
        }
    }

    private static async Task<StepOutcome> RunAsync(ITool tool, ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        await tool.ResolveAsync(arguments, context, cancellationToken) switch
        {
            ToolResolution.Resolved { Request: var request } => Outcome(await tool.RunAsync(request, context, cancellationToken)),
            ToolResolution.Asked { Question: var question } => StepOutcome.Failed("arguments_unclear", question.Text),
            ToolResolution.Failed { Problem: var problem } => StepOutcome.Failed(problem.Code, problem.Text),
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };

    private static StepOutcome Outcome(ToolOutcome outcome) => outcome switch
    {
        ToolOutcome.Answered { Answer: var answer } => new(RunStepStatus.Completed, answer.Markdown),
        ToolOutcome.Asked { Question: var question } => StepOutcome.Failed("arguments_unclear", question.Text),
        ToolOutcome.Failed { Problem: var problem } => StepOutcome.Failed(problem.Code, problem.Text),
        ToolOutcome.Proposed => StepOutcome.Failed("tool_writes", "The tool wants to change the network, which a pipeline may not. Nothing was changed."),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    /// <summary>Texts as the tool reads them; lists and objects as such.</summary>
    private static ToolArguments Arguments(ToolDescriptor tool, IReadOnlyDictionary<string, string> values) => new(new JsonObject(values.Select(value =>
        KeyValuePair.Create(value.Key, IsStructure(tool, value.Key) ? Structure(value.Value) : JsonValue.Create(value.Value)))));

    private static bool IsStructure(ToolDescriptor tool, string argument) =>
        tool.Schema.GetProperty("properties").TryGetProperty(argument, out var schema) && schema.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String && type.GetString() is "array" or "object";

    private static JsonNode? Structure(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private sealed class Progress(RunWriter writer) : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value) => writer.Notice(value.Step, value.Text);
    }
}
