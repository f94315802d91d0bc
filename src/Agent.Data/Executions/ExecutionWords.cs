using PromptLab.Data.Search;

namespace PromptLab.Data.Executions;

/// <summary>What is looked up in the full-text index: the words that were asked for, and what else the filter names, as migration 0048 has it.</summary>
internal static class ExecutionWords
{
    /// <summary>Lower-case with spaces between, which both databases read as "all of them".</summary>
    public static string Of(string owner, ExecutionFilter filter, IReadOnlyList<string> words) =>
        string.Join(' ', [SearchKey.Owner(owner), .. Conditions(filter), .. Evaluation(filter), .. words]);

    /// <summary>What the filter names, but for the period and the words.</summary>
    public static IEnumerable<string> Conditions(ExecutionFilter filter)
    {
        if (filter.TemplateId is { } template)
            yield return SearchKey.Template(template);
        if (filter.Version is { } version)
            yield return SearchKey.Version(version);
        if (filter.Status is { } status)
            yield return SearchKey.Status(status);
        if (filter.Provider is { } provider)
            yield return SearchKey.Provider(provider);
        if (filter.Model is { } model)
            yield return SearchKey.Model(model);
        if (filter.Tag is { } tag)
            yield return SearchKey.Tag(tag);
        if (filter.PipelineId is { } pipeline)
            yield return SearchKey.Pipeline(pipeline);
        if (filter.EvaluationId is { } evaluation)
            yield return SearchKey.Evaluation(evaluation);
    }

    private static IEnumerable<string> Evaluation(ExecutionFilter filter) =>
        filter.EvaluationId is null && !filter.WithEvaluations ? [SearchKey.NoEvaluation] : [];
}
