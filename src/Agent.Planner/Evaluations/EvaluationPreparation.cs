using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Datasets;
using PromptLab.Workflows.Evaluators;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Evaluations;

/// <summary>Everything that is settled before an evaluation is stored.</summary>
internal sealed class EvaluationPreparation(DatasetReader datasets, TemplateReader templates, ExecutionModels models)
{
    private const int MostParallel = 16;

    /// <returns>What to run, or why it cannot.</returns>
    public async Task<(EvaluationJob? Job, EvaluationStart? Refusal)> PrepareAsync(EvaluationRequest request, CancellationToken cancellationToken)
    {
        if (await datasets.FindVisibleAsync(request.Owner, request.DatasetId, cancellationToken) is not { } dataset)
        {
            return (null, new EvaluationStart.DatasetNotFound());
        }

        if (await templates.FindVisibleAsync(request.Owner, request.TemplateId, cancellationToken) is not { } template)
        {
            return (null, new EvaluationStart.TemplateNotFound());
        }

        if (request.Label is { } label && !template.Labels.ContainsKey(label))
        {
            return (null, new EvaluationStart.LabelNotFound(label));
        }

        var number = request.Version ?? (request.Label is { } name ? template.Labels[name].Version : template.Version);
        return await templates.VersionAsync(template, number, cancellationToken) is { } version
            ? Check(request, dataset, template, version)
            : (null, new EvaluationStart.VersionNotFound(number));
    }

    private (EvaluationJob? Job, EvaluationStart? Refusal) Check(EvaluationRequest request, Dataset dataset, Template template, TemplateVersion version)
    {
        var (model, unknown) = Find(request.Provider, "provider");
        TemplateProblem[] problems =
        [
            .. unknown,
            .. request.Fallback is { } fallback ? Find(fallback, "fallback").Problems : [],
            .. request.Parameters.Problems(),
            .. model is null ? [] : models.Problems(model, request.Parameters.Or(version.Body.Parameters)),
            .. request.Parallelism is >= 1 and <= MostParallel ? [] : Problem("parallelism", $"parallelism is a whole number from 1 to {MostParallel}."),
            .. dataset.Rows > 0 ? [] : Problem("dataset", "The dataset has no rows. Add some, or import a file."),
            .. dataset.Evaluators.Count > 0 ? [] : Problem("evaluators", "The dataset has no evaluators, so nothing would be checked. Add one, for example {\"kind\": \"contains\"}."),
            .. dataset.Evaluators.SelectMany((evaluator, index) => Judge(evaluator, index)),
        ];
        return problems.Length > 0
            ? (null, new EvaluationStart.Invalid(problems))
            : (new(template, version, model!, string.IsNullOrWhiteSpace(request.Model) ? null : request.Model.Trim()), null);
    }

    private IEnumerable<TemplateProblem> Judge(Evaluator evaluator, int index) =>
        evaluator.Judge is { } judge ? Find(judge.Provider, $"evaluators[{index}].judge.provider").Problems : [];

    private (ChatModel? Model, IReadOnlyList<TemplateProblem> Problems) Find(string? provider, string field)
    {
        try
        {
            return (models.Get(provider), []);
        }
        catch (UnknownModelException exception)
        {
            return (null, Problem(field, exception.Message));
        }
    }

    private static IReadOnlyList<TemplateProblem> Problem(string field, string text) => [new(field, text)];
}
