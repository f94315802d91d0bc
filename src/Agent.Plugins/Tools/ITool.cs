namespace PromptLab.Plugins.Tools;

/// <summary>One function of the catalogue: text arguments → resolved request → rendered outcome.</summary>
public interface ITool
{
    ToolDescriptor Descriptor { get; }

    /// <summary>Turns what a person said into ids, ISO codes and dates, or into a question. Writes nothing.</summary>
    Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken);

    /// <summary>Runs a request that <see cref="ResolveAsync"/> returned.</summary>
    Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken);
}
