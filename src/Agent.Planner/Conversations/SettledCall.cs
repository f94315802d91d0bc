using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Conversations;

/// <summary>A tool with canonical arguments, and the display names of the ids among them by argument.</summary>
public sealed record SettledCall(string Tool, JsonObject Args, IReadOnlyDictionary<string, string>? Names = null)
{
    public static SettledCall Of(ResolvedRequest request) =>
        new(request.Tool, request.Arguments, request.Names.Count > 0 ? request.Names : null);
}
