using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Schedules;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Schedules;
using Quartz;

namespace PromptLab.Host.Schedules;

internal static class ScheduleEndpoints
{
    private const int LongestTitle = 200;

    public static IEndpointRouteBuilder MapSchedules(this IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/schedules").WithTags("Schedules").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        schedules.MapGet("/", ListAsync).WithName("ListSchedules").WithSummary("Your schedules and those of alert rules, with last result and next run");
        schedules.MapPost("/", CreateAsync).WithName("CreateSchedule").WithSummary("Have a workflow run again and again");

        var one = schedules.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetSchedule").WithSummary("One schedule");
        one.MapGet("/runs", RunsAsync).WithName("ListScheduleRuns").WithSummary("What came of its slots, latest first");
        one.MapPost("/run", RunAsync).WithName("RunSchedule").WithSummary("Run it now, beside its slots");
        one.MapPatch("/", UpdateAsync).WithName("UpdateSchedule").WithSummary("Switch it on or off, or change its times").ProducesProblem(StatusCodes.Status409Conflict);
        one.MapDelete("/", DeleteAsync).WithName("DeleteSchedule").WithSummary("Remove a schedule").ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    private static async Task<Results<Ok<ListReply<ScheduleDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, ScheduleRepository schedules, CancellationToken cancellationToken, string? cursor = null, int limit = 100) =>
        PageLimit.Problem(limit) ?? (Results<Ok<ListReply<ScheduleDto>>, ProblemHttpResult>)TypedResults.Ok(
            ListReply<ScheduleDto>.Of(await schedules.ListAsync(http.User.Owner(), cursor, limit, cancellationToken), ScheduleDto.Of));

    private static async Task<Results<Created<ScheduleDto>, ProblemHttpResult>> CreateAsync(
        ScheduleCreation body, HttpContext http, ScheduleCreator creator, CancellationToken cancellationToken)
    {
        var (row, problem) = await creator.CreateAsync(body, http.User.Owner(), cancellationToken);
        return row is null ? problem! : TypedResults.Created($"/api/v1/schedules/{row.Id}", ScheduleDto.Of(row));
    }

    private static async Task<Results<Ok<ScheduleDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, ScheduleRepository schedules, CancellationToken cancellationToken) =>
        await schedules.FindAsync(http.User.Owner(), id, cancellationToken) is { } row ? TypedResults.Ok(ScheduleDto.Of(row)) : ScheduleProblem.NotFound();

    private static async Task<Results<Ok<ListReply<ScheduleRunDto>>, ProblemHttpResult>> RunsAsync(
        Guid id, HttpContext http, ScheduleRepository schedules, ScheduleRunRepository runs, CancellationToken cancellationToken,
        string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await schedules.FindAsync(http.User.Owner(), id, cancellationToken) is null
            ? ScheduleProblem.NotFound()
            : TypedResults.Ok(ListReply<ScheduleRunDto>.Of(await runs.ListAsync(id, cursor, limit, cancellationToken), ScheduleRunDto.Of));
    }

    private static async Task<Results<Accepted<ScheduleRunDto>, ProblemHttpResult>> RunAsync(
        Guid id, HttpContext http, ScheduleRepository schedules, ScheduleRunRepository runs, ISchedulerFactory quartz, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(http.User.Owner(), id, cancellationToken) is null)
        {
            return ScheduleProblem.NotFound();
        }

        var run = await runs.StartNowAsync(id, cancellationToken);
        await (await quartz.GetScheduler(cancellationToken)).TriggerJob(HeartbeatJob.Key, cancellationToken: cancellationToken);
        return TypedResults.Accepted($"/api/v1/schedules/{id}/runs", ScheduleRunDto.Of(run));
    }

    private static async Task<Results<Ok<ScheduleDto>, ProblemHttpResult>> UpdateAsync(
        Guid id, ScheduleChange change, HttpContext http, ScheduleRepository schedules, ScheduleService service, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(http.User.Owner(), id, cancellationToken) is not { } row)
        {
            return ScheduleProblem.NotFound();
        }

        if (row.Kind != ScheduleKind.Workflow)
        {
            return ScheduleProblem.OfRule();
        }

        var title = change.Title?.Trim() ?? row.Title;
        if (title.Length is 0 or > LongestTitle)
        {
            return ApiProblem.Invalid("title_invalid", "title", $"A title has 1 to {LongestTitle} characters.");
        }

        var days = change.Days ?? (change.DayOfMonth is null ? row.Days.Split(',', StringSplitOptions.RemoveEmptyEntries) : []);
        var dayOfMonth = change.DayOfMonth ?? (change.Days is null ? row.DayOfMonth : null);
        var reading = TimesReading.Of(change.Time ?? row.Time, days, dayOfMonth, change.TimeZone ?? row.TimeZone);
        if (!reading.IsRead)
        {
            return ApiProblem.Invalid("times_invalid", reading.Field, reading.Fault);
        }

        var changed = new NewSchedule(row.Kind, row.Target, row.Owner, title, reading.Times, row.Payload) { IsEnabled = change.Enabled ?? row.IsEnabled };
        await service.CreateOrUpdateAsync(changed, cancellationToken);
        return await GetAsync(id, http, schedules, cancellationToken);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, HttpContext http, ScheduleRepository schedules, ScheduleService service, CancellationToken cancellationToken)
    {
        if (await schedules.FindAsync(http.User.Owner(), id, cancellationToken) is not { } row)
        {
            return ScheduleProblem.NotFound();
        }

        if (row.Kind != ScheduleKind.Workflow)
        {
            return ScheduleProblem.OfRule();
        }

        await service.DeleteAsync(row.Kind, row.Target, cancellationToken);
        return TypedResults.NoContent();
    }
}
