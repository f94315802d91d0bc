namespace PromptLab.Host.Evaluations;

/// <param name="Name">As it was called when the evaluation began.</param>
public sealed record EvaluatedTemplateDto(Guid Id, string Name);
