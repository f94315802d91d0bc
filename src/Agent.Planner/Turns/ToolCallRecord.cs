using System.Text.Json.Nodes;

namespace PromptLab.Planner.Turns;

/// <summary>A tool call as it is stored with its turn.</summary>
/// <param name="Arguments">Resolved; null when the call never got that far.</param>
/// <param name="Status"><c>answered</c>, <c>asked</c>, <c>proposed</c>, <c>failed</c>, <c>rejected</c> or <c>running</c>.</param>
public sealed record ToolCallRecord(string Id, string Tool, JsonObject? Arguments, string Status = "running", long DurationMilliseconds = 0)
{
    /// <summary>It ended in a question, and did nothing.</summary>
    public const string Asked = "asked";

    /// <summary>The model named a tool or arguments that do not exist.</summary>
    public const string Rejected = "rejected";
}
