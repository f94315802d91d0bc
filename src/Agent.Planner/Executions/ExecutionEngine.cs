using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PromptLab.Data.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>Starts executions. The row is stored first; the work then goes on by itself, whoever watches.</summary>
public sealed class ExecutionEngine
{
    /// <summary>Renewed well before it ends, so that only a dead process loses an execution.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ExecutionPlans _plans;
    private readonly ExecutionRepository _executions;
    private readonly ExecutionModels _models;
    private readonly LiveExecutions _live;
    private readonly ExecutionRun _run;
    private readonly TurnNode _node;
    private readonly ExecutionOptions _options;
    private readonly CancellationToken _shutdown;
    private readonly TimeProvider _time;

    private ExecutionEngine(IServiceProvider services)
    {
        _plans = services.GetRequiredService<ExecutionPlans>();
        _executions = services.GetRequiredService<ExecutionRepository>();
        _models = services.GetRequiredService<ExecutionModels>();
        _live = services.GetRequiredService<LiveExecutions>();
        _run = services.GetRequiredService<ExecutionRun>();
        _node = services.GetRequiredService<TurnNode>();
        _options = services.GetRequiredService<IOptions<ExecutionOptions>>().Value;
        _shutdown = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _time = services.GetRequiredService<TimeProvider>();
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static ExecutionEngine Create(IServiceProvider services) => new(services);

    public async Task<ExecutionStart> StartAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        if (_live.CountOf(request.Owner) >= _options.AtOnce)
        {
            return new ExecutionStart.TooMany(_options.AtOnce);
        }

        return await _plans.MakeAsync(request, cancellationToken) switch
        {
            ExecutionPlan.Ready plan => await StartAsync(request, plan, cancellationToken),
            ExecutionPlan.Invalid invalid => new ExecutionStart.Invalid([.. invalid.Problems, .. Choose(request).Problems]),
            ExecutionPlan.VersionNotFound missing => new ExecutionStart.VersionNotFound(missing.Number),
            ExecutionPlan.LabelNotFound missing => new ExecutionStart.LabelNotFound(missing.Label),
            _ => new ExecutionStart.TemplateNotFound(),
        };
    }

    /// <summary>Runs an execution again with the same version, values, provider and parameters, or with some of them changed.</summary>
    public async Task<ExecutionStart> RerunAsync(string owner, Guid id, ExecutionChange change, CancellationToken cancellationToken) =>
        await _executions.FindAsync(owner, id, cancellationToken) is { } earlier
            ? await StartAsync(ExecutionRepeat.Of(earlier, change), cancellationToken)
            : new ExecutionStart.ExecutionNotFound();

    /// <summary>Stops an execution, wherever it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> CancelAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var requested = await _executions.RequestCancelAsync(owner, id, cancellationToken);
        if (requested && _live.TryGet(id, out var run))
        {
            run.Cancel();
        }

        return requested;
    }

    private async Task<ExecutionStart> StartAsync(ExecutionRequest request, ExecutionPlan.Ready plan, CancellationToken cancellationToken)
    {
        var (model, fallback, unknown) = Choose(request);
        TemplateProblem[] problems = [.. unknown, .. model is null ? [] : _models.Problems(model, plan.Parameters)];
        if (model is null || problems.Length > 0)
        {
            return new ExecutionStart.Invalid(problems);
        }

        var job = new ExecutionJob(plan, model, string.IsNullOrWhiteSpace(request.Model) ? model.Model : request.Model.Trim(), fallback);
        var run = new LiveTurn(Guid.CreateVersion7(_time.GetUtcNow()), plan.Template.Id, request.Owner, _options.Timeout, _time, _shutdown);
        await _executions.StartAsync(Row(request, job, run), cancellationToken);
        _live.Add(run);
        run.Work = _run.RunAsync(run, job);
        return new ExecutionStart.Started(run);
    }

    private (ChatModel? Model, ChatModel? Fallback, IReadOnlyList<TemplateProblem> Problems) Choose(ExecutionRequest request)
    {
        var problems = new List<TemplateProblem>();
        var model = Get("provider", request.Provider);
        var named = request.Fallback ?? (_options.Fallback.Length == 0 ? null : _options.Fallback);
        var fallback = named is null ? null : Get("fallback", named);
        return (model, fallback?.Provider == model?.Provider ? null : fallback, problems);

        ChatModel? Get(string field, string? name)
        {
            try
            {
                return _models.Get(name);
            }
            catch (UnknownModelException exception)
            {
                problems.Add(new(field, exception.Message));
                return null;
            }
        }
    }

    private NewExecution Row(ExecutionRequest request, ExecutionJob job, LiveTurn run)
    {
        var (template, version, prompt, parameters) = job.Plan;
        return new(
            run.Id, request.Owner, template.Id, template.Name, version.Number, version.Hash, request.Label, request.RerunOf,
            job.Model.Provider, job.Fallback?.Provider, job.ModelId, job.ModelId == job.Model.Model ? null : job.ModelId,
            ExecutionJson.Write(parameters), ExecutionJson.Write(prompt.Variables), prompt.SystemPrompt, prompt.Content, _node.Name, Lease);
    }
}
