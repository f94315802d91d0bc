using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <param name="Effect"><c>read</c>, or <c>write</c> for what a person confirms first.</param>
/// <param name="Arguments">JSON schema of the body.</param>
public sealed record WorkflowDto(string Name, string Description, string Effect, JsonObject Arguments)
{
    internal static WorkflowDto Of(ToolDescriptor tool) =>
        new(tool.Name, tool.Description, tool.Effect == ToolEffect.Write ? "write" : "read", ArgumentSchema.Of(tool));
}
