using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>What the Model Context Protocol's own client got.</summary>
internal sealed record ContextReport(ContextReport.Implementation? Server, string? Instructions, IReadOnlyList<ContextReport.Step> Reports)
{
    internal sealed record Implementation(string Name, string Version);

    internal sealed record Step(
        IReadOnlyList<JsonElement>? Tools, string? Text, bool IsError, JsonElement? Structured, IReadOnlyList<string>? Progress,
        IReadOnlyList<JsonElement>? Prompts, IReadOnlyList<string>? Messages, Failure? Error);

    internal sealed record Failure(int? Code, string Message);
}
