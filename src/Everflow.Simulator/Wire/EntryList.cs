namespace PromptLab.Simulator.Wire;

/// <summary>How lists inside a relationship are wrapped.</summary>
internal sealed record EntryList<T>(int Total, IReadOnlyList<T> Entries)
{
    public static EntryList<T> Of(IReadOnlyList<T> entries) => new(entries.Count, entries);
}
