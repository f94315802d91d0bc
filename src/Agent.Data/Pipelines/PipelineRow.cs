namespace PromptLab.Data.Pipelines;

public sealed record PipelineRow
{
    public required Guid Id { get; init; }

    public required string Owner { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>JSON array of texts.</summary>
    public required string Tags { get; init; }

    /// <summary>JSON object: inputs, steps, output.</summary>
    public required string Definition { get; init; }

    /// <summary><c>private</c> or <c>team</c>.</summary>
    public required string Sharing { get; init; }

    /// <summary>Rises with every change; whoever changes a pipeline names the one that was read.</summary>
    public int Revision { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }
}
