namespace PromptLab.Plugins.Rendering;

/// <summary>A column of an answer's table.</summary>
/// <param name="Type"><c>text</c>, <c>id</c>, <c>count</c>, <c>money</c>, <c>percent</c>, <c>interval</c>; tells a page how to align and format.</param>
internal sealed record TableColumn(string Key, string Label, string Type)
{
    public bool IsText => Type == "text";
}
