using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Tools;

/// <summary>What a model is told of a tool. Names and arguments are a public contract.</summary>
/// <param name="Name">Snake case, for example <c>top_landing_pages</c>.</param>
/// <param name="Description">One or two sentences; they are part of every prompt, so every word costs.</param>
/// <param name="Schema">JSON schema of the arguments: an object with <c>properties</c> and <c>required</c>.</param>
public sealed record ToolDescriptor(string Name, string Description, JsonElement Schema, ToolEffect Effect)
{
    /// <summary>The type of <see cref="ToolAnswer.Result"/>, for descriptions; null when the tool has no result of its own.</summary>
    public Type? Result { get; init; }

    public IEnumerable<string> ArgumentNames => Schema.GetProperty("properties").EnumerateObject().Select(property => property.Name);

    /// <param name="except">An argument of the tool that this caller may not give.</param>
    public IReadOnlyList<string> UnknownArguments(JsonObject arguments, string? except = null)
    {
        var properties = Schema.GetProperty("properties");
        return [.. arguments.Select(argument => argument.Key).Where(name => name == except || !properties.TryGetProperty(name, out _))];
    }
}
