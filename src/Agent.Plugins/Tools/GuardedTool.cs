using PromptLab.Everflow;

namespace PromptLab.Plugins.Tools;

/// <summary>Around every tool: its Everflow calls are as urgent as its caller, waits for quota are told, failures become problems.</summary>
internal sealed class GuardedTool(ITool inner) : ITool
{
    public ToolDescriptor Descriptor => inner.Descriptor;

    public async Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        using var call = Call(context);
        try
        {
            return await inner.ResolveAsync(arguments, context, cancellationToken);
        }
        catch (EverflowException exception)
        {
            return new ToolResolution.Failed(EverflowProblem.From(exception));
        }
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        using var call = Call(context);
        try
        {
            return await inner.RunAsync(request, context, cancellationToken);
        }
        catch (EverflowException exception)
        {
            return new ToolOutcome.Failed(EverflowProblem.From(exception));
        }
    }

    private static IDisposable Call(ToolContext context) =>
        EverflowCall.Use(context.Priority, wait => context.Progress.Report(QuotaWait.Of(wait)));
}
