using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Offline.State;

/// <summary>A tool that may be called, as its schema declares it.</summary>
internal sealed record ToolShape(string Name, IReadOnlySet<string> Arguments, IReadOnlyList<string> Required)
{
    public static IReadOnlyDictionary<string, ToolShape> Read(IEnumerable<AITool> tools) =>
        tools.OfType<AIFunctionDeclaration>().Select(tool => Read(tool.Name, tool.JsonSchema)).ToDictionary(shape => shape.Name);

    public static ToolShape Read(string name, JsonElement schema)
    {
        var properties = schema.TryGetProperty("properties", out var declared)
            ? declared.EnumerateObject().Select(property => property.Name)
            : [];
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(item => item.GetString()!) : [];
        return new ToolShape(name, properties.ToHashSet(), [.. required]);
    }
}
