namespace PromptLab.Data.Exports;

public sealed record ExportRow
{
    public Guid Id { get; init; }

    public required string Owner { get; init; }

    public Guid ConversationId { get; init; }

    /// <summary>One of <see cref="ExportStatus"/>.</summary>
    public required string Status { get; init; }

    public required string ReportType { get; init; }

    public required string Title { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>.</summary>
    public required string PeriodFrom { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>.</summary>
    public required string PeriodTo { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>JSON array.</summary>
    public required string ColumnNames { get; init; }

    public required string FileName { get; init; }

    /// <summary>Signs the links to this file; it leaves the server in no form.</summary>
    public required string LinkKey { get; init; }

    /// <summary>While it runs: written so far.</summary>
    public long RowCount { get; init; }

    public long ByteCount { get; init; }

    public string? Sha256 { get; init; }

    public string? Note { get; init; }

    public string? ErrorCode { get; init; }

    /// <summary>Why there is no file, in a sentence for the person.</summary>
    public string? Error { get; init; }

    /// <summary>Set when its end is told by a message of the agent, because the turn did not wait for it.</summary>
    public Guid? AnnouncementId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }
}
