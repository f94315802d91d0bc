namespace PromptLab.Data.Audit;

public sealed record AuditRow
{
    /// <summary>Rises with every row.</summary>
    public long Sequence { get; init; }

    public required Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    /// <summary>One of <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    public int? PartnerId { get; init; }

    public int? OfferId { get; init; }

    public bool ApprovalNeeded { get; init; }

    public bool Confirmed { get; init; }

    /// <summary><c>ok</c>, or a short stable code of what went otherwise.</summary>
    public required string Result { get; init; }

    public Guid? PendingActionId { get; init; }
}
