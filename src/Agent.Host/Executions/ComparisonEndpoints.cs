using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Executions;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Problems;
using PromptLab.Host.Templates;
using PromptLab.Host.Turns;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Executions;

internal static class ComparisonEndpoints
{
    private const int Fewest = 2;
    private const int Most = 10;
    private const string IdsHeader = "X-Execution-Ids";

    public static IEndpointRouteBuilder MapComparisons(this IEndpointRouteBuilder api)
    {
        var executions = api.MapGroup("").WithTags("Executions").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        executions.MapPost("/templates/{id:guid}/compare", StartAsync).WithName("CompareTemplateRuns").ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("Run several versions, models or parameters with the same values at once")
            .WithDescription("All of them start, or none. With `Accept: text/event-stream` their events come in one stream: each event's id begins with its execution, "
                + "`X-Execution-Ids` names them in the order of the runs. A cut stream goes on at each one's `/executions/{id}/events`; side by side they are at `/executions/compare`.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
        executions.MapGet("/executions/compare", CompareAsync).WithName("CompareExecutions").WithSummary("Executions side by side: outputs, differences, tokens, cost, times");
        return api;
    }

    private static async Task<Results<TurnEventStream, Accepted<ComparisonStartDto>, ProblemHttpResult>> StartAsync(
        Guid id, ComparisonBody body, HttpContext http, ExecutionEngine engine, ExecutionRepository executions, CancellationToken cancellationToken)
    {
        if (body.Runs is not { Count: >= Fewest and <= Most } runs || runs.Any(run => run is { Version: not null, Label: not null }))
        {
            return ApiProblem.Invalid("runs_invalid", "runs", $"Give {Fewest} to {Most} runs, each with a version or a label, or neither.");
        }

        var owner = http.User.Owner();
        var values = VariableText.Of(body.Variables);
        var starts = await engine.StartAllAsync([.. runs.Select(run => Request(owner, id, values, run))], cancellationToken);
        if (Refusal(starts) is { } refusal)
        {
            return ExecutionAnswer.Problem(refusal, http.Response);
        }

        List<LiveTurn> started = [.. starts.OfType<ExecutionStart.Started>().Select(start => start.Run)];
        if (TurnAnswer.WantsStream(http.Request))
        {
            http.Response.Headers[IdsHeader] = string.Join(',', started.Select(run => run.Id));
            return new TurnEventStream(MergedExecutions.ReadAsync(started, cancellationToken));
        }

        var rows = await FindAsync(executions, owner, started.Select(run => run.Id), cancellationToken);
        var place = $"/api/v1/executions/compare?ids={string.Join(',', rows.Select(row => row!.Id))}";
        return TypedResults.Accepted(place, new ComparisonStartDto([.. rows.Select(row => ExecutionSummaryDto.Of(row!))]));
    }

    private static async Task<Results<Ok<ComparisonDto>, ProblemHttpResult>> CompareAsync(
        HttpContext http, ExecutionRepository executions, CancellationToken cancellationToken,
        [Description("2 to 10 ids with commas between; the first one is what the others are compared with.")] string? ids = null)
    {
        var parts = (ids ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < Fewest or > Most || !parts.All(part => Guid.TryParse(part, out _)))
        {
            return ApiProblem.Invalid("ids_invalid", "ids", $"Give {Fewest} to {Most} ids of executions with commas between.");
        }

        var rows = await FindAsync(executions, http.User.Owner(), parts.Select(Guid.Parse), cancellationToken);
        return rows.Contains(null) ? ExecutionAnswer.NotFound() : TypedResults.Ok(ComparisonDto.Of(rows!));
    }

    private static ExecutionRequest Request(string owner, Guid template, IReadOnlyDictionary<string, string> values, ComparisonRun run) => new(owner, template, values)
    {
        Version = run.Version,
        Label = run.Label,
        Provider = run.Provider,
        Model = run.Model,
        Fallback = run.Fallback,
        Parameters = run.Parameters ?? ModelParameters.None,
    };

    /// <summary>Problems of several runs in one answer, each under the run's place; the same problem of all runs once.</summary>
    private static ExecutionStart? Refusal(IReadOnlyList<ExecutionStart> starts)
    {
        var refused = starts.Where(start => start is not (ExecutionStart.Started or ExecutionStart.NotTried)).ToList();
        if (refused.Find(start => start is not ExecutionStart.Invalid) is { } other)
        {
            return other;
        }

        if (refused.Count == 0)
        {
            return null;
        }

        var problems = starts.SelectMany((start, index) => start is ExecutionStart.Invalid invalid
            ? invalid.Problems.Select(problem => problem.Field.StartsWith("variables.", StringComparison.Ordinal) ? problem : problem with { Field = $"runs[{index}].{problem.Field}" })
            : []);
        return new ExecutionStart.Invalid([.. problems.Distinct()]);
    }

    private static async Task<IReadOnlyList<ExecutionRow?>> FindAsync(
        ExecutionRepository executions, string owner, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = new List<ExecutionRow?>();
        foreach (var id in ids)
        {
            rows.Add(await executions.FindAsync(owner, id, cancellationToken));
        }

        return rows;
    }
}
