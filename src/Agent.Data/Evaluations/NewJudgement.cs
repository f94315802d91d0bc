namespace PromptLab.Data.Evaluations;

/// <summary>What a question to a judge took.</summary>
/// <param name="Ordinal">Of the row that was judged.</param>
/// <param name="Cost">Null when the prices of the model are not known.</param>
public sealed record NewJudgement(
    Guid EvaluationId, string Owner, int Ordinal, Guid TemplateId, string TemplateName, int Version, string Provider, string Model,
    long InputTokens, long OutputTokens, decimal? Cost);
