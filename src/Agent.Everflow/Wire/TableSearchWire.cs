namespace PromptLab.Everflow.Wire;

/// <summary>The body of <c>offerstable</c> and <c>affiliatestable</c>.</summary>
internal sealed class TableSearchWire
{
    public SearchTermWire[] SearchTerms { get; set; } = [];

    public EmptyWire Filters { get; set; } = new();

    public static TableSearchWire ByName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? new() : new() { SearchTerms = [new() { Value = name.Trim() }] };
}

internal sealed class SearchTermWire
{
    public string SearchType { get; set; } = "name";

    public required string Value { get; set; }
}

internal sealed class EmptyWire;
