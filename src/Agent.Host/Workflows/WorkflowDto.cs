using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <param name="Effect"><c>read</c>, or <c>write</c> for what a person confirms first.</param>
/// <param name="InPipelines">Whether a step of a pipeline may call it.</param>
/// <param name="Arguments">JSON schema of the body.</param>
public sealed record WorkflowDto(string Name, string Description, string Effect, bool InPipelines, JsonObject Arguments)
{
    internal static WorkflowDto Of(ToolDescriptor tool, bool inPipelines) =>
        new(tool.Name, tool.Description, tool.Effect == ToolEffect.Write ? "write" : "read", inPipelines, ArgumentSchema.Of(tool));
}
