using Microsoft.Extensions.AI;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Planner.Evaluations;

/// <summary>A judge's check and what it took.</summary>
/// <param name="Cost">Null when the prices of the model are not known.</param>
internal sealed record Judgement(CheckResult Check, UsageDetails Usage, decimal? Cost);
