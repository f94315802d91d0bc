using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Prompts;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Planner.Prompts;
using PromptLab.Workflows.Differences;

namespace PromptLab.Host.Prompts;

internal static class PromptEndpoints
{
    private const int MostDays = 3650;

    public static IEndpointRouteBuilder MapPrompts(this IEndpointRouteBuilder api)
    {
        var prompts = api.MapGroup("/prompts").WithTags("Prompts").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        prompts.MapGet("/", ListAsync).WithName("ListPrompts").WithSummary("The agent's own prompts, their versions, and how each has done");
        prompts.MapGet("/{name}", GetAsync).WithName("GetPrompt").WithSummary("One of the agent's prompts").ProducesProblem(StatusCodes.Status404NotFound);
        prompts.MapGet("/{name}/diff", Compare).WithName("ComparePromptVersions").WithSummary("What changed between two versions, word by word")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return api;
    }

    private static async Task<Results<Ok<ListReply<PromptDto>>, ProblemHttpResult>> ListAsync(
        PromptLibrary library, PromptUsageRepository usage, TimeProvider time, CancellationToken cancellationToken,
        [Description("How many days of turns are counted.")] int days = 30)
    {
        if (DaysProblem(days) is { } problem)
        {
            return problem;
        }

        var prompts = new List<PromptDto>();
        foreach (var prompt in library.List())
        {
            prompts.Add(await DescribeAsync(prompt, usage, time.GetUtcNow().AddDays(-days), cancellationToken));
        }

        return TypedResults.Ok(new ListReply<PromptDto>(prompts, null));
    }

    private static async Task<Results<Ok<PromptDto>, ProblemHttpResult>> GetAsync(
        string name, PromptLibrary library, PromptUsageRepository usage, TimeProvider time, CancellationToken cancellationToken, int days = 30)
    {
        if (DaysProblem(days) is { } problem)
        {
            return problem;
        }

        return Find(library, name) is { } prompt
            ? TypedResults.Ok(await DescribeAsync(prompt, usage, time.GetUtcNow().AddDays(-days), cancellationToken))
            : NotFound(name);
    }

    private static Results<Ok<PromptDifferenceDto>, ProblemHttpResult> Compare(string name, int from, int to, PromptLibrary library)
    {
        if (Find(library, name) is not { } prompt)
        {
            return NotFound(name);
        }

        if (!prompt.Versions.TryGetValue(from, out var before) || !prompt.Versions.TryGetValue(to, out var after))
        {
            return ApiProblem.Create(
                StatusCodes.Status404NotFound, "prompt_version_not_found", $"The prompt {name} has the versions {string.Join(", ", prompt.Versions.Keys)}.");
        }

        return TypedResults.Ok(new PromptDifferenceDto(name, from, to, WordDifference.Between(before.Template, after.Template)));
    }

    private static async Task<PromptDto> DescribeAsync(Prompt prompt, PromptUsageRepository usage, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var rows = await usage.ReadAsync(prompt.Name, since, cancellationToken);
        var versions = prompt.Versions.Values.Select(version => PromptVersionDto.Of(version, prompt.Weights.GetValueOrDefault(version.Version), rows));
        return new(prompt.Name, [.. versions], prompt.Problems);
    }

    private static Prompt? Find(PromptLibrary library, string name) => library.List().FirstOrDefault(prompt => prompt.Name == name);

    private static ProblemHttpResult NotFound(string name) =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "prompt_not_found", $"The agent has no prompt called “{name}”.");

    private static ProblemHttpResult? DaysProblem(int days) =>
        days is >= 1 and <= MostDays ? null : ApiProblem.Invalid("days_invalid", "days", $"days is a number from 1 to {MostDays}.");
}
