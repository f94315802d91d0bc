using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Evaluation;

/// <summary>A tool that resolves its arguments as ever and then does nothing.</summary>
internal sealed class ResolvingTool(ITool tool) : ITool
{
    private static readonly ToolOutcome.Answered Nothing = new(new ToolAnswer("", [], "done", new Dictionary<string, ShownEntity>()));

    public ToolDescriptor Descriptor => tool.Descriptor;

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        tool.ResolveAsync(arguments, context, cancellationToken);

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult<ToolOutcome>(Nothing);
}
