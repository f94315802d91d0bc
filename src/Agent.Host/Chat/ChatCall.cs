using System.ComponentModel;
using System.Text.Json.Nodes;
using PromptLab.Planner.DirectCalls;

namespace PromptLab.Host.Chat;

/// <param name="Tool">A name of the catalogue.</param>
/// <param name="Arguments">What the tool takes.</param>
public sealed record ChatCall(
    [property: Description("A tool of GET /api/v1/workflows.")] string? Tool,
    [property: Description("Its arguments, in words or as an earlier answer resolved them.")] JsonObject? Arguments)
{
    internal DirectCall ToDirectCall() => new(Tool ?? "", Arguments ?? []);
}
