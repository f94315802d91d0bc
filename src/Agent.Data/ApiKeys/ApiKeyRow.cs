namespace PromptLab.Data.ApiKeys;

public sealed record ApiKeyRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; init; }

    /// <summary>The first characters of the key, to tell keys apart.</summary>
    public required string Prefix { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
