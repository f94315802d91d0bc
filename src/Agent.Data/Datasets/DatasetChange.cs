namespace PromptLab.Data.Datasets;

/// <summary>A dataset as it should be from now on.</summary>
/// <param name="Evaluators">JSON array.</param>
/// <param name="Sharing">One of <see cref="Data.Sharing.SharingScope"/>.</param>
public sealed record DatasetChange(string Name, string Description, Guid? TemplateId, string Evaluators, double Threshold, string Sharing);
