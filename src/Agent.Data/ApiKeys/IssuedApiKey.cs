namespace PromptLab.Data.ApiKeys;

/// <param name="Key">The plain key, <c>plk_…</c>; it is nowhere else.</param>
public sealed record IssuedApiKey(Guid Id, string Key);
