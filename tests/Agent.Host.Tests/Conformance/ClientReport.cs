using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>What the standard's client made of a conversation.</summary>
internal sealed record ClientReport(
    IReadOnlyList<ClientReport.Message> Messages, JsonElement State, IReadOnlyList<ClientReport.Run> Runs)
{
    internal sealed record Message(string Id, string Role, string? Content, IReadOnlyList<ToolCall>? ToolCalls);

    internal sealed record ToolCall(string Id, ToolFunction Function);

    internal sealed record ToolFunction(string Name, string Arguments);

    /// <param name="Asked">The ids that the client gave.</param>
    internal sealed record Run(
        Guid ThreadId, Guid RunId, RunIds Asked, string? Outcome, IReadOnlyList<JsonElement> Cards, IReadOnlyList<JsonElement> Notices, JsonElement? Error);

    internal sealed record RunIds(Guid ThreadId, Guid RunId);
}
