using System.Globalization;
using PromptLab.Data.Datasets;
using PromptLab.Data.Evaluations;

namespace PromptLab.Workflows.Templates;

/// <summary>Keeps a label from versions that have not passed the dataset which the label demands.</summary>
public sealed class LabelGate(DatasetRepository datasets, EvaluationScores scores)
{
    /// <summary>Null when the dataset can be a gate.</summary>
    /// <param name="gate">Null or <see cref="Guid.Empty"/> for none.</param>
    internal async Task<TemplateProblem?> ProblemAsync(string owner, Guid? gate, CancellationToken cancellationToken) =>
        gate is { } id && id != Guid.Empty && await datasets.FindVisibleAsync(owner, id, cancellationToken) is null
            ? new("gate_dataset_id", "There is no such dataset.")
            : null;

    /// <summary>
    /// Null when the label may stand for the version. A gate that is removed by the same change still holds: lifting and moving are two steps.
    /// </summary>
    /// <param name="before">Null for a new label.</param>
    internal async Task<TemplateSaving?> RefusalAsync(
        string owner, Guid templateId, string label, TemplateLabel? before, int version, Guid? gate, CancellationToken cancellationToken)
    {
        if (before?.Version == version)
        {
            return null;
        }

        foreach (var dataset in new[] { before?.GateDatasetId, gate }.OfType<Guid>().Where(id => id != Guid.Empty).Distinct())
        {
            if (await ReasonAsync(owner, templateId, label, version, dataset, cancellationToken) is { } reason)
            {
                return new TemplateSaving.LabelGated(label, dataset, version, reason);
            }
        }

        return null;
    }

    private async Task<string?> ReasonAsync(string owner, Guid templateId, string label, int version, Guid datasetId, CancellationToken cancellationToken)
    {
        if (await datasets.FindVisibleAsync(owner, datasetId, cancellationToken) is not { } dataset)
        {
            return $"The label {label} demands a dataset that is not there any more. Remove the gate first (gate_dataset_id: \"\"), then move the label.";
        }

        return await scores.LatestAsync(owner, datasetId, dataset.Revision, templateId, version, cancellationToken) switch
        {
            { Pass: true } => null,
            null => $"The label {label} demands that a version passes the dataset “{dataset.Name}”, and version {version} has no completed evaluation on it as it is now "
                + $"(revision {dataset.Revision}). Run POST /api/v1/datasets/{datasetId}/evaluations with template_id {templateId} and version {version}, then move the label.",
            var failed => string.Create(
                CultureInfo.InvariantCulture,
                $"The label {label} demands that a version passes the dataset “{dataset.Name}”, and version {version} passed {failed.Passed} of {failed.Total} rows where {failed.Threshold:P0} must pass (evaluation {failed.Id}). Improve it and evaluate the new version."),
        };
    }
}
