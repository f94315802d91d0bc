using PromptLab.Data.Datasets;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Sharing;

namespace PromptLab.Workflows.Templates;

/// <summary>Where templates are used, so that nobody deletes or changes one without knowing.</summary>
public sealed class TemplateUses(PipelineUses pipelines, DatasetList datasets)
{
    private const int MostDatasets = 200;

    public async Task<TemplateUsage> ReadAsync(string user, Guid templateId, CancellationToken cancellationToken)
    {
        var rows = await pipelines.ReadAsync(user, templateId, cancellationToken);
        var sets = await datasets.ReadAsync(user, new DatasetFilter(TemplateId: templateId, Of: Ownership.Mine), null, MostDatasets, cancellationToken);
        return new(
            [
                .. rows.GroupBy(row => row.PipelineId)
                    .Select(steps => new TemplateUse(steps.Key, steps.First().PipelineName, [.. steps.Select(row => new TemplateUseStep(row.StepName, row.Version, row.Label))])),
            ],
            [.. sets.Data.Select(row => new TemplateUseDataset(row.Id, row.Name))],
            await pipelines.CountOfOthersAsync(user, templateId, cancellationToken));
    }
}
