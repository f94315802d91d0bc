using System.Text.Json.Nodes;

namespace PromptLab.Planner.DirectCalls;

/// <summary>A call that a person made themselves, for example by changing a parameter under an answer.</summary>
/// <param name="Tool">A name of the catalogue.</param>
/// <param name="Arguments">In words or canonical, as the tool takes them.</param>
public sealed record DirectCall(string Tool, JsonObject Arguments);
