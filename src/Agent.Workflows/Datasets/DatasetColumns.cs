namespace PromptLab.Workflows.Datasets;

/// <summary>What columns and members of a file have another meaning than that of a variable.</summary>
internal static class DatasetColumns
{
    public const string Expected = "expected";
    public const string Note = "note";
    public const string Variables = "variables";
}
