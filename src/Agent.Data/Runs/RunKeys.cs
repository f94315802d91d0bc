using PromptLab.Data.Search;

namespace PromptLab.Data.Runs;

/// <summary>What runs are looked up by beside their own columns, as migration 0046 has it.</summary>
internal static class RunKeys
{
    public static IEnumerable<string> OfStep(Guid? template, string? provider, string? model)
    {
        if (template is { } id)
            yield return SearchKey.Template(id);
        if (provider is { Length: > 0 })
            yield return SearchKey.Provider(provider);
        if (model is { Length: > 0 })
            yield return SearchKey.Model(model);
    }

    public static IReadOnlyList<string> Of(RunFilter filter) =>
        [.. OfStep(filter.TemplateId, filter.Provider, filter.Model), .. filter.Tag is { Length: > 0 } tag ? [SearchKey.Tag(tag)] : Array.Empty<string>()];

    /// <summary>What the full-text index has for a filter, lower-case with spaces between.</summary>
    public static string Words(string owner, RunFilter filter, IReadOnlyList<string> words)
    {
        var all = new List<string> { SearchKey.Owner(owner) };
        if (filter.PipelineId is { } pipeline)
            all.Add(SearchKey.Pipeline(pipeline));
        if (filter.Status is { } status)
            all.Add(SearchKey.Status(status));
        return string.Join(' ', [.. all, .. Of(filter), .. words]);
    }
}
