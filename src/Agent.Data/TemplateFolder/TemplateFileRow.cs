namespace PromptLab.Data.TemplateFolder;

/// <summary>A template and the file that it had when both were in step last.</summary>
public sealed record TemplateFileRow
{
    public required Guid TemplateId { get; init; }

    public required string Name { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>Name within the folder; null when it never had one.</summary>
    public string? File { get; init; }

    /// <summary>Of what both sides said then, however it was written; null when they never said the same.</summary>
    public string? BaseHash { get; init; }

    /// <summary>Of the file's bytes then.</summary>
    public string? FileHash { get; init; }

    public int? SyncedRevision { get; init; }

    public DateTimeOffset? ConflictSince { get; init; }
}
