using PromptLab.Data.Search;

namespace PromptLab.Data.Runs;

/// <summary>What runs are looked up by beside their own columns, as migrations 0046 and 0051 have it.</summary>
internal static class RunKeys
{
    public static IEnumerable<string> OfStep(Guid? template, int? version, string? provider, string? model)
    {
        if (template is { } id)
            yield return SearchKey.Template(id);
        if (template is { } versioned && version is { } number)
            yield return SearchKey.Version(versioned, number);
        if (provider is { Length: > 0 })
            yield return SearchKey.Provider(provider);
        if (model is { Length: > 0 })
            yield return SearchKey.Model(model);
    }

    /// <summary>A version tells its template, too.</summary>
    public static IReadOnlyList<string> Of(RunFilter filter) =>
    [
        .. OfStep(filter.TemplateId, filter.Version, filter.Provider, filter.Model).Skip(filter is { TemplateId: not null, Version: not null } ? 1 : 0),
        .. filter.Tag is { Length: > 0 } tag ? [SearchKey.Tag(tag)] : Array.Empty<string>(),
    ];

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
