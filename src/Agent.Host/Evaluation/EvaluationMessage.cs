namespace PromptLab.Host.Evaluation;

/// <param name="Call">The tool an assistant's turn used; null for a user's turn.</param>
internal sealed record EvaluationMessage(bool IsUser, string Text, EvaluationCall? Call);
