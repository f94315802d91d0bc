using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>A tool of the catalogue as a model sees it: it can be called for, not run.</summary>
internal sealed class ToolDeclaration(ToolDescriptor descriptor) : AIFunctionDeclaration
{
    public override string Name => descriptor.Name;

    public override string Description => descriptor.Description;

    public override JsonElement JsonSchema => descriptor.Schema;
}
