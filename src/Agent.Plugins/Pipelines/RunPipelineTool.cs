using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Templates;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Plugins.Pipelines;

/// <param name="runners">The one that the layer above registers; programs that only resolve requests have none.</param>
internal sealed class RunPipelineTool(NamedPipeline named, IEnumerable<IPipelineRunner> runners) : ITool
{
    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("run_pipeline", ToolEffect.Run) with { Result = typeof(PipelineOutcome) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var pipeline = TextArgument.Read(draft, "pipeline", "Which pipeline should I run?");
        draft.Show("pipeline", "Pipeline", pipeline ?? "");
        var variables = VariablesArgument.Read(draft);
        return Task.FromResult(draft.Complete(() => new PipelineRunRequest(pipeline!, variables)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var (said, given) = (PipelineRunRequest)request.Request;
        var (pipeline, unclear) = await named.FindAsync(context.Owner, said, cancellationToken);
        if (pipeline is null)
        {
            return new ToolOutcome.Asked(unclear!);
        }

        var inputs = pipeline.Definition.Inputs;
        var values = TemplateValues.Fit(inputs, given);
        if (TemplateValues.Question(inputs, () => PipelineInputs.Fill(inputs, values).Problems, values) is { } question)
        {
            return new ToolOutcome.Asked(question);
        }

        var outcome = await runners.Single().RunAsync(context.Owner, pipeline.Id, values, new StepProgress(context.Progress), cancellationToken);
        return PipelineRunAnswer.Of(request, pipeline.Name, outcome);
    }

    private sealed class StepProgress(IProgress<ToolProgress> inner) : IProgress<string>
    {
        public void Report(string value) => inner.Report(new ToolProgress("pipeline", $"Running the step {value}"));
    }
}
