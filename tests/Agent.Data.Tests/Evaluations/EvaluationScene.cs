using PromptLab.Data.Databases;
using PromptLab.Data.Datasets;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Datasets;
using PromptLab.Data.Tests.Templates;

namespace PromptLab.Data.Tests.Evaluations;

/// <summary>One owner who runs templates over datasets.</summary>
internal sealed class EvaluationScene
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public EvaluationScene(IServiceProvider node)
    {
        Templates = new(node);
        Datasets = new(node) { Owner = Templates.Owner, Clock = Templates.Clock };
    }

    public TemplateScene Templates { get; }

    public DatasetScene Datasets { get; }

    public string Owner => Templates.Owner;

    public IDatabase Database => Datasets.Database;

    public EvaluationRepository Evaluations => new(Database, Templates.Clock);

    public EvaluationResultRepository Results => new(Database);

    public EvaluationScores Scores => new(Database);

    public NewEvaluation New(DatasetRow dataset, TemplateRow template, int version = 1, string provider = "offline", string node = "node-a", string? owner = null)
    {
        Templates.Clock.Advance(TimeSpan.FromMinutes(1));
        return new(
            Guid.CreateVersion7(Templates.Clock.GetUtcNow()), owner ?? Owner, dataset.Id, template.Id, template.Name, version, "hash", null, provider, "model", null, null, "{}", 4, node, Lease);
    }

    /// <summary>Each is a minute newer than the one before.</summary>
    public async Task<EvaluationRow> StartAsync(DatasetRow dataset, TemplateRow template, int version = 1, string provider = "offline") =>
        (await Evaluations.StartAsync(New(dataset, template, version, provider), default))!;

    public static NewEvaluationResult Result(EvaluationRow evaluation, int ordinal, string status = EvaluationResultStatus.Passed, double score = 1) =>
        new(evaluation.Id, evaluation.Attempt, ordinal, status, score) { InputTokens = 10, OutputTokens = 2, Cost = 0.5m, DurationMs = 100 * ordinal, Output = $"out {ordinal}" };

    public Task<bool> EndAsync(EvaluationRow evaluation, string status = "completed") =>
        Evaluations.CompleteAsync(new(evaluation.Id, evaluation.Owner, evaluation.Attempt, status, null, null, 1_000, []), default);

    /// <summary>All rows, of which the first ones pass.</summary>
    public async Task<EvaluationRow> RunAsync(DatasetRow dataset, TemplateRow template, int version = 1, int passing = int.MaxValue, string provider = "offline")
    {
        var evaluation = await StartAsync(dataset, template, version, provider);
        for (var ordinal = 1; ordinal <= evaluation.Total; ordinal++)
        {
            var passes = ordinal <= passing;
            (await Results.StoreAsync(Result(evaluation, ordinal, passes ? EvaluationResultStatus.Passed : EvaluationResultStatus.Failed, passes ? 1 : 0), default)).ShouldBeTrue();
        }

        (await EndAsync(evaluation)).ShouldBeTrue();
        return await FindAsync(evaluation.Id);
    }

    public async Task<EvaluationRow> FindAsync(Guid id) => (await Evaluations.FindAsync(Owner, id, default))!;
}
