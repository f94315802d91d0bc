using PromptLab.Planner.Models;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>Everything that is settled before an execution is stored: the version, the prompt, who is asked.</summary>
internal sealed class ExecutionPreparation(ExecutionPlans plans, ExecutionModels models, string standardFallback)
{
    /// <returns>The job, or why there is none.</returns>
    public async Task<(ExecutionJob? Job, ExecutionStart? Refusal)> PrepareAsync(ExecutionRequest request, CancellationToken cancellationToken) =>
        await plans.MakeAsync(request, cancellationToken) switch
        {
            ExecutionPlan.Ready plan => Prepare(request, plan),
            ExecutionPlan.Invalid invalid => (null, new ExecutionStart.Invalid([.. invalid.Problems, .. Choose(request).Problems])),
            ExecutionPlan.VersionNotFound missing => (null, new ExecutionStart.VersionNotFound(missing.Number)),
            ExecutionPlan.LabelNotFound missing => (null, new ExecutionStart.LabelNotFound(missing.Label)),
            _ => (null, new ExecutionStart.TemplateNotFound()),
        };

    private (ExecutionJob? Job, ExecutionStart? Refusal) Prepare(ExecutionRequest request, ExecutionPlan.Ready plan)
    {
        var (model, fallback, unknown) = Choose(request);
        TemplateProblem[] problems = [.. unknown, .. model is null ? [] : models.Problems(model, plan.Parameters)];
        return model is null || problems.Length > 0
            ? (null, new ExecutionStart.Invalid(problems))
            : (new ExecutionJob(plan, model, string.IsNullOrWhiteSpace(request.Model) ? model.Model : request.Model.Trim(), fallback), null);
    }

    private (ChatModel? Model, ChatModel? Fallback, IReadOnlyList<TemplateProblem> Problems) Choose(ExecutionRequest request)
    {
        var problems = new List<TemplateProblem>();
        var model = Get("provider", request.Provider);
        var named = request.Fallback ?? (standardFallback.Length == 0 ? null : standardFallback);
        var fallback = named is null ? null : Get("fallback", named);
        return (model, fallback?.Provider == model?.Provider ? null : fallback, problems);

        ChatModel? Get(string field, string? name)
        {
            try
            {
                return models.Get(name);
            }
            catch (UnknownModelException exception)
            {
                problems.Add(new(field, exception.Message));
                return null;
            }
        }
    }
}
