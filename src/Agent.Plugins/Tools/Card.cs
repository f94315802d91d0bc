using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Tools;

/// <summary>Structured data beside the text of an answer.</summary>
/// <param name="Kind"><c>table</c>, <c>question</c>, <c>problem</c>, <c>link</c>, <c>confirmation</c>, <c>export</c>, <c>alert</c>, <c>run</c>.</param>
public sealed record Card(string Kind, JsonObject Data);
