namespace PromptLab.Host.Templates;

/// <param name="Version">The version that the label stands for from now on.</param>
/// <param name="IsProtected">Missing keeps it; a new label is protected only if it is <c>production</c>.</param>
public sealed record LabelChange(int? Version, bool? IsProtected = null);
