using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Dates;

namespace PromptLab.Host.Dashboard;

internal static class DashboardEndpoints
{
    private const int MostDays = 90;

    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddSingleton<DashboardReader>();

    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder api)
    {
        api.MapGet("/dashboard", GetAsync).WithName("Dashboard").WithTags("Dashboard").ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("Your prompt lab at a glance: what ran, what failed, tokens and cost per day, model and version")
            .WithDescription("Executions are counted when they have ended, on the day on which they began. The answer names the time zone of its days.");
        return api;
    }

    private static async Task<Results<Ok<DashboardDto>, ProblemHttpResult>> GetAsync(
        HttpContext http, DashboardReader reader, IOptions<EverflowOptions> everflow, TimeProvider time, CancellationToken cancellationToken,
        [Description("How many days, with today; 1 to 90.")] int days = 30,
        [FromQuery(Name = "time_zone"), Description("IANA name of the zone in which days begin and end; the network's own without it.")] string? timeZone = null)
    {
        if (days is < 1 or > MostDays)
        {
            return ApiProblem.Invalid("days_invalid", "days", $"days is a number from 1 to {MostDays}.");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(timeZone ?? everflow.Value.TimeZone, out var zone)
            ? TypedResults.Ok(await reader.ReadAsync(http.User.Owner(), new NetworkCalendar(time, zone), days, cancellationToken))
            : ApiProblem.Invalid("time_zone_unknown", "time_zone", "Give the IANA name of a time zone, for example Europe/Amsterdam.");
    }
}
