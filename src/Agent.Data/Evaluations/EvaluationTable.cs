namespace PromptLab.Data.Evaluations;

/// <summary>The tables of evaluations.</summary>
internal static class EvaluationTable
{
    public const string Columns =
        """
        id, owner, dataset_id, dataset_name, dataset_revision, template_id, template_name, version, version_hash, label, provider, model, requested_model,
        fallback, parameters, parallelism, evaluators, threshold, status, total, done, passed, failed, errors, score_sum, input_tokens, output_tokens,
        cost, unpriced, duration_ms, median_ms, error_code, error_text, attempt, created_at, created_by, finished_at
        """;

    public const string ResultColumns =
        "row_id, ordinal, variables, expected, status, execution_id, score, checks, output, error_code, error_text, duration_ms";
}
