using PromptLab.Data.Search;

namespace PromptLab.Data.Executions;

/// <summary>What is looked up in the full-text index: the words that were asked for, and what else the filter names, as migration 0032 has it.</summary>
internal static class ExecutionWords
{
    /// <summary>Lower-case with spaces between, which both databases read as "all of them". Empty when the search has no word in it, such as
    /// signs only.</summary>
    public static string Of(string owner, ExecutionFilter filter)
    {
        var words = SearchWords.Of(filter.Search);
        return words.Count == 0 ? "" : string.Join(' ', Keys(owner, filter).Concat(words));
    }

    private static IEnumerable<string> Keys(string owner, ExecutionFilter filter)
    {
        yield return SearchKey.Owner(owner);
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
    }
}
