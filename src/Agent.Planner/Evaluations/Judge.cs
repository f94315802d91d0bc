using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Data.Evaluations;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Prompts;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Planner.Evaluations;

/// <summary>Asks a model how good an output is. What the model reads of the output is data between marks; it has no tools.</summary>
internal sealed class Judge(ExecutionModels models, PromptLibrary prompts, TokenBudget budget, JudgementRepository judgements)
{
    private const string Prompt = "judge";
    private const int MarkLength = 16;

    public ChatModel Model(JudgeSettings settings) => models.Get(settings.Provider);

    /// <summary>False when the owner has used the tokens of the day, which turns, executions and judges share.</summary>
    public async ValueTask<bool> IsAllowedAsync(string owner, CancellationToken cancellationToken) => await budget.AdmitAsync(owner, cancellationToken) is null;

    /// <exception cref="ModelException">The model gives no answer.</exception>
    public async Task<Judgement> AskAsync(
        Evaluator evaluator, EvaluationRow evaluation, EvaluationResultRow row, string? expected, string output, CancellationToken cancellationToken)
    {
        var settings = evaluator.Judge!;
        var model = Model(settings);
        if (models.Kind(model.Provider) == ModelKind.Offline)
        {
            return Told(evaluator, OfflineVerdict.Of(settings.Criteria, expected, output), new(), 0, ModelsOptions.Offline);
        }

        var prompt = prompts.Get(Prompt, evaluator.Name);
        var modelId = settings.Model ?? model.Model;
        var response = await model.Client.GetResponseAsync(
            [new(ChatRole.User, Render(prompt, settings, ExecutionJson.Variables(row.Variables), expected, output))], Options(prompt, modelId), cancellationToken);
        var cost = modelId == model.Model ? model.Prices?.Cost(response.Usage ?? new()) : null;
        await CountAsync(evaluation, row, model.Provider, modelId, response.Usage ?? new(), cost);
        var judge = $"{model.Provider}/{modelId}, {prompt.Label} {prompt.Hash[..12]}";
        return Verdict.Parse(response.Text) is { } verdict
            ? Told(evaluator, verdict, response.Usage ?? new(), cost, judge)
            : new(
                CheckResult.Error(evaluator, "The judge's verdict could not be read: expected was one JSON object with a score from 0 to 1 and a reason. Try another model as judge.") with { Judge = judge },
                response.Usage ?? new(), cost);
    }

    /// <summary>What was answered is paid for, also when the evaluation is stopped at this moment.</summary>
    private async Task CountAsync(EvaluationRow evaluation, EvaluationResultRow row, string provider, string model, UsageDetails usage, decimal? cost)
    {
        var (read, written) = (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
        budget.Add(evaluation.Owner, read + written);
        await judgements.AddAsync(
            new(evaluation.Id, evaluation.Owner, row.Ordinal, evaluation.TemplateId, evaluation.TemplateName, evaluation.Version, provider, model, read, written, cost),
            CancellationToken.None);
    }

    private static Judgement Told(Evaluator evaluator, Verdict verdict, UsageDetails usage, decimal? cost, string judge) => new(
        new(evaluator.Name, evaluator.Kind, verdict.Score >= evaluator.Judge!.PassMark, verdict.Score, verdict.Reason) { Judge = judge }, usage, cost);

    private static string Render(PromptVersion prompt, JudgeSettings settings, IReadOnlyDictionary<string, string> variables, string? expected, string output)
    {
        var input = JsonSerializer.Serialize(variables, TurnJson.Options);
        return prompt.Render(new Dictionary<string, string>
        {
            ["criteria"] = settings.Criteria,
            ["input"] = input,
            ["expected"] = expected ?? "",
            ["output"] = output,
            ["mark"] = Mark(input + expected + output),
        });
    }

    /// <summary>A text cannot hold its own hash, so nothing in the data can close the tags that bear it.</summary>
    private static string Mark(string data) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)))[..MarkLength];

    private static ChatOptions Options(PromptVersion prompt, string modelId) => new()
    {
        ModelId = modelId,
        ResponseFormat = ChatResponseFormat.Json,
        Temperature = prompt.Settings.Temperature,
        MaxOutputTokens = prompt.Settings.MaxOutputTokens,
        TopP = prompt.Settings.TopP,
    };
}
