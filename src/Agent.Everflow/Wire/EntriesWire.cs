namespace PromptLab.Everflow.Wire;

/// <summary>A list inside <c>relationship</c>.</summary>
internal sealed class EntriesWire
{
    public string?[]? Entries { get; set; }
}
