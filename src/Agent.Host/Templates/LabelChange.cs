using System.ComponentModel;

namespace PromptLab.Host.Templates;

/// <param name="Version">The version that the label stands for from now on.</param>
/// <param name="IsProtected">Missing keeps it; a new label is protected only if it is <c>production</c>.</param>
public sealed record LabelChange(
    int? Version,
    bool? IsProtected = null,
    [property: Description("A dataset that a version must have passed before the label moves to it; missing keeps it, an empty text removes it.")] string? GateDatasetId = null)
{
    /// <summary>False when <see cref="GateDatasetId"/> is no id.</summary>
    internal bool TryGetGate(out Guid? gate)
    {
        var isId = Guid.TryParse(GateDatasetId, out var id);
        gate = GateDatasetId is null ? null : id;
        return isId || string.IsNullOrEmpty(GateDatasetId);
    }
}
