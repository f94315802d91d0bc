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

    public IReadOnlyList<string> UnknownArguments(JsonObject arguments)
    {
        var properties = Schema.GetProperty("properties");
        return [.. arguments.Where(argument => !properties.TryGetProperty(argument.Key, out _)).Select(argument => argument.Key)];
    }
}
