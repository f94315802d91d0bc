namespace PromptLab.Everflow.Transport;

/// <summary>What makes two reads the same.</summary>
/// <param name="Writes">How many writes had begun or ended: a read from before a write does not answer one from after it.</param>
internal readonly record struct ReadKey(string Path, byte[]? Body, Type Result, EverflowPriority Priority, long Writes)
{
    public bool Equals(ReadKey other) =>
        Path == other.Path
        && Result == other.Result
        && Priority == other.Priority
        && Writes == other.Writes
        && (Body is null) == (other.Body is null)
        && Body.AsSpan().SequenceEqual(other.Body);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Path);
        hash.AddBytes(Body);
        return hash.ToHashCode();
    }
}
