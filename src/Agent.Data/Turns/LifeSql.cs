namespace PromptLab.Data.Turns;

/// <summary>How things of one kind that run under a lease in their own row — executions, evaluations, runs — are kept, stopped and closed.</summary>
internal sealed record LifeSql
{
    public required EventTable Events { get; init; }

    /// <summary>With Id and Node: a row while it runs there.</summary>
    public required string IsRunning { get; init; }

    /// <summary>With Id, Node and Until: 1 when its owner asked it to stop, else 0; no row when it does not run there any more.</summary>
    public required string Renew { get; init; }

    /// <summary>With Id, Owner and Now.</summary>
    public required string RequestCancel { get; init; }

    /// <summary>With Node, Now and Text: ends what the last life of a process left behind; rows of <see cref="EndedLife"/>.</summary>
    public required string EndOfNode { get; init; }

    /// <summary>With Now and Text: ends what has run out of its lease; rows of <see cref="EndedLife"/>.</summary>
    public required string EndExpired { get; init; }
}
