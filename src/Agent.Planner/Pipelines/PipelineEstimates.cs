using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Pipelines;

/// <summary>Estimates tokens and cost of a run before it is started. The most that it can cost, as outputs are counted at their limit.</summary>
public sealed class PipelineEstimates
{
    // As everywhere else where no tokenizer is at hand: about four characters to a token.
    private const int CharactersPerToken = 4;
    private const int AssumedOutput = 1_000;

    private readonly ExecutionModels _models;
    private readonly ModelsOptions _options;

    private PipelineEstimates(ExecutionModels models, ModelsOptions options) => (_models, _options) = (models, options);

    public PipelineEstimate Of(PipelineReview review, IReadOnlyDictionary<string, string> given)
    {
        var snapshot = review.Snapshot;
        var variables = snapshot.Inputs.Where(input => given.ContainsKey(input.Name) || input.Default is not null)
            .ToDictionary(input => input.Name, input => (long)(given.GetValueOrDefault(input.Name) ?? input.Default!).Length);
        var limits = snapshot.Steps.Select((step, place) => step.Step.Kind == PipelineStepKind.Tool ? null : Limit(step, Body(review, place))).ToList();
        var lengths = limits.Select(limit => limit ?? AssumedOutput).ToList();
        for (var place = 0; place < snapshot.Steps.Count; place++)
        {
            if (snapshot.Steps[place].Step.Output is { } output)
            {
                // An output is not known yet: it counts with the length that it may have.
                variables[output] = (long)lengths[place] * CharactersPerToken;
            }
        }

        var steps = snapshot.Steps.Select((step, place) => (Step: step, Place: place)).Where(pair => pair.Step.Step.Kind == PipelineStepKind.Template)
            .Select(pair => Estimate(pair.Step, Body(review, pair.Place), variables, lengths[pair.Place])).ToList();
        return new(steps, steps.Exists(step => step.Cost is null) ? null : steps.Sum(step => step.Cost), Note(steps, limits.Contains(null)));
    }

    internal static PipelineEstimates Create(IServiceProvider services) =>
        new(services.GetRequiredService<ExecutionModels>(), services.GetRequiredService<IOptions<ModelsOptions>>().Value);

    private static TemplateBody Body(PipelineReview review, int place) => ((StepTemplate.Found)review.Templates[place]!).Version.Body;

    private static string Note(List<StepEstimate> steps, bool isGuess)
    {
        var unpriced = steps.Where(step => step.Cost is null).Select(step => $"{step.Provider}/{step.Model}").Distinct().ToList();
        return string.Join(' ', new[]
        {
            "Tokens are estimated at four characters each, outputs at their limit.",
            isGuess ? $"Where there is no limit, {AssumedOutput} tokens are assumed." : "",
            unpriced.Count > 0 ? $"No price is configured for {string.Join(", ", unpriced)}, so the cost is not known." : "",
        }.Where(sentence => sentence.Length > 0));
    }

    private StepEstimate Estimate(SnapshotStep step, TemplateBody body, Dictionary<string, long> variables, int output)
    {
        var model = _models.Get(step.Step.Provider);
        var modelId = step.Step.Model ?? model.Model;
        var lengths = body.AllInputs().Where(input => input.Default is not null).ToDictionary(input => input.Name, input => (long)input.Default!.Length);
        foreach (var (name, length) in step.InputLengths(variables))
        {
            lengths[name] = length;
        }

        var characters = PlaceholderText.Parse(body.Content).LengthWith(lengths) + PlaceholderText.Parse(body.SystemPrompt ?? "").LengthWith(lengths);
        var input = (characters + CharactersPerToken - 1) / CharactersPerToken;
        return new(step.Step.Name, model.Provider, modelId, input, output, modelId == model.Model ? model.Prices?.Cost(input, output) : null);
    }

    private int? Limit(SnapshotStep step, TemplateBody body) =>
        (step.Step.Parameters ?? ModelParameters.None).Or(body.Parameters).MaxTokens
        ?? _options.Providers.GetValueOrDefault(_models.Get(step.Step.Provider).Provider)?.MaxOutputTokens;
}
