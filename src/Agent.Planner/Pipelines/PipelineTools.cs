using PromptLab.Planner.Models;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>The providers and tools that steps may name.</summary>
internal static class PipelineTools
{
    // They change what is the person's own, which needs no confirmation in a conversation, but does not belong into an unwatched run.
    private static readonly string[] Changing = ["create_template", "update_alert", "schedule"];

    private static readonly string[] Running = ["run_template", "run_pipeline"];

    public static PipelineSurroundings Surroundings(ToolCatalogue catalogue, ModelRegistry registry) => new(
        registry.Providers,
        catalogue.All.Select(tool => tool.Descriptor)
            .ToDictionary(tool => tool.Name, tool => new PipelineTool(tool.Name, tool.Schema, Refusal(tool)), StringComparer.Ordinal));

    private static string? Refusal(ToolDescriptor tool) =>
        tool.Effect == ToolEffect.Write ? $"{tool.Name} changes the network, which a person must confirm: a pipeline only reads. Choose a tool that reads."
        : Changing.Contains(tool.Name) ? $"{tool.Name} changes something: a pipeline only reads. Choose a tool that reads."
        : Running.Contains(tool.Name) ? $"A step cannot call {tool.Name}. Use a step of the kind “template” for each template."
        : null;
}
