namespace PromptLab.Data.Templates;

/// <summary>A template without its text, which its versions hold.</summary>
public sealed record TemplateRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>JSON array of texts.</summary>
    public required string Tags { get; init; }

    /// <summary>JSON object of labels by name.</summary>
    public required string Labels { get; init; }

    /// <summary>One of <see cref="Sharing.SharingScope"/>.</summary>
    public required string Sharing { get; init; }

    /// <summary>Number of the newest version.</summary>
    public int Version { get; init; }

    /// <summary>Rises with every change; whoever changes a template names the one that was read.</summary>
    public int Revision { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}
