namespace PromptLab.Workflows.Datasets;

/// <summary>
/// What columns and members of a file mean: <c>expected</c> and <c>note</c> are of the row itself, any other name is that of a variable. A variable of
/// one of those names is written with <c>variables.</c> in front, which every variable may have.
/// </summary>
internal static class DatasetColumns
{
    public const string Expected = "expected";
    public const string Note = "note";
    public const string Variables = "variables";

    private const string Prefix = $"{Variables}.";

    /// <summary>The variable that a column holds; null for what the row itself has.</summary>
    public static string? Variable(string column) =>
        column is Expected or Note ? null
        : column.StartsWith(Prefix, StringComparison.Ordinal) ? column[Prefix.Length..]
        : column;

    public static string Column(string variable) => variable is Expected or Note ? Prefix + variable : variable;
}
