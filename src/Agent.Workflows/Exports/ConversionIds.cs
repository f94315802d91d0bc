namespace PromptLab.Workflows.Exports;

/// <summary>The rows of a window that are written: 16 bytes each.</summary>
internal sealed class ConversionIds
{
    private readonly HashSet<Guid> _ids = [];

    /// <returns>False when it was there before.</returns>
    public bool Add(ConversionLine line) => line.TryReadId(out var id) && _ids.Add(id);

    public void Clear() => _ids.Clear();
}
