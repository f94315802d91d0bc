namespace PromptLab.Workflows.Exports;

/// <summary>The rows of a window that are written: 16 bytes each.</summary>
internal sealed class ConversionIds
{
    private readonly HashSet<Guid> _ids = [];

    /// <param name="id">32 hexadecimal digits.</param>
    /// <returns>False when it was there before.</returns>
    public bool Add(string id) => _ids.Add(Guid.Parse(id));

    public void Clear() => _ids.Clear();
}
