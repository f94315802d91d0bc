using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Host.Authentication;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.About;

internal static class AboutEndpoints
{
    private static readonly string Version =
        typeof(AboutEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static IEndpointRouteBuilder MapAbout(this IEndpointRouteBuilder api)
    {
        api.MapGet("/about", Get).WithName("About").WithTags("About").WithSummary("What answers here, and from which data");
        return api;
    }

    private static Ok<AboutDto> Get(
        HttpContext http, DataSource source, ModelRegistry models, IPlanner planner, IOptions<EverflowOptions> everflow, TimeProvider time)
    {
        var model = models.Get(null);
        return TypedResults.Ok(new AboutDto(
            "PromptLab", Version, source.Name, model.Provider == model.Model ? model.Model : $"{model.Provider}/{model.Model}", planner.Name,
            http.User.Owner(), ExampleQuestions.All, everflow.Value.TimeZone, everflow.Value.Currency, time.GetUtcNow()));
    }
}
