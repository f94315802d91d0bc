namespace PromptLab.Host.Evaluation;

/// <summary>One routing case: earlier turns, what waits for a yes, and the message to route.</summary>
internal sealed record EvaluationCase(string Id, IReadOnlyList<EvaluationMessage> History, EvaluationCall? Pending, string Utterance);
