using PromptLab.Planner.Models;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>The providers and tools that steps may name.</summary>
internal static class PipelineTools
{
    public static PipelineSurroundings Surroundings(ToolCatalogue catalogue, ModelRegistry registry) => new(
        registry.Providers,
        catalogue.All.Select(tool => tool.Descriptor)
            .ToDictionary(tool => tool.Name, tool => new PipelineTool(tool.Name, tool.Schema, Refusal(tool)), StringComparer.Ordinal));

    private static string? Refusal(ToolDescriptor tool) => tool.Effect switch
    {
        ToolEffect.Write => $"{tool.Name} changes the network, which a person must confirm: a pipeline only reads. Choose a tool that reads.",
        // In a conversation it needs no yes, but it does not belong into a run that nobody watches.
        ToolEffect.Change => $"{tool.Name} changes something: a pipeline only reads. Choose a tool that reads.",
        ToolEffect.Run => $"A step cannot call {tool.Name}. Use a step of the kind “template” for each template.",
        _ => null,
    };
}
