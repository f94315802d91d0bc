using System.Text.Json.Nodes;

namespace PromptLab.Planner.Offline.State;

/// <summary>A call of an earlier turn with its settled arguments.</summary>
internal sealed record EarlierCall(string Tool, JsonObject Arguments);
