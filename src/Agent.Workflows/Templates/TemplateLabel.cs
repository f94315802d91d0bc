using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Templates;

/// <summary>A name for a version, such as <c>production</c>. A protected one is neither moved nor removed.</summary>
public sealed partial record TemplateLabel(int Version, bool IsProtected)
{
    /// <summary>The dataset that a version must have passed before the label moves to it; null for none.</summary>
    public Guid? GateDatasetId { get; init; }

    /// <summary>The one label that is protected unless it is said otherwise.</summary>
    public const string Production = "production";

    public const string Rule = "A label has 1 to 40 of a–z, 0–9, “.”, “_” and “-”, and begins with a letter.";

    public static bool IsName(string name) => Name().IsMatch(name);

    [GeneratedRegex(@"^[a-z][a-z0-9._-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
