using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Benchmarks.Planning;

/// <summary>A tool of the catalogue that answers without asking anybody.</summary>
internal sealed class InstantTool(ToolDescriptor descriptor) : ITool
{
    private static readonly ToolOutcome Answer = new ToolOutcome.Answered(new ToolAnswer("42 clicks", [], "42 clicks", new Dictionary<string, ShownEntity>()));

    public ToolDescriptor Descriptor => descriptor;

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult<ToolResolution>(new ToolResolution.Resolved(
            new ResolvedRequest(descriptor.Name, new JsonObject(), new Dictionary<string, string>(), [], [], descriptor)));

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) => Task.FromResult(Answer);
}
