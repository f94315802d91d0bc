using System.Text.Json.Nodes;

namespace PromptLab.Host.Evaluation;

/// <param name="Tool">A tool of the catalogue, or an outcome such as <c>clarify</c>.</param>
internal sealed record EvaluationCall(string Tool, JsonObject Args);
