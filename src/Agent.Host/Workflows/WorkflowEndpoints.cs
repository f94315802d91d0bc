using System.ComponentModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Conversations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Workflows;

/// <summary>Every tool of the catalogue as an operation of its own: typed arguments in, typed result out, no model.</summary>
internal static class WorkflowEndpoints
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services.AddSingleton<ToolRun>().AddSingleton<WorkflowRun>();

    public static IEndpointRouteBuilder MapWorkflows(this IEndpointRouteBuilder api)
    {
        var workflows = api.MapGroup("/workflows").WithTags("Workflows");
        workflows.MapGet("", List).WithName("Workflows").WithSummary("The tools, with the schemas of their arguments");
        foreach (var tool in api.ServiceProvider.GetRequiredService<ToolCatalogue>().All)
        {
            workflows.MapTool(tool);
        }

        workflows.MapPost("/{tool}", NotFound).ExcludeFromDescription();
        return api;
    }

    private static void MapTool(this RouteGroupBuilder workflows, ITool tool)
    {
        workflows.MapPost($"/{tool.Descriptor.Name}", (
                WorkflowArguments arguments,
                [FromQuery(Name = "conversation_id"), Description("A conversation of yours that a confirmation belongs to.")] Guid? conversation,
                HttpContext http, WorkflowRun run, ConversationRepository conversations, CancellationToken cancellationToken) =>
                RunAsync(tool, arguments.Values, conversation, http, run, conversations, cancellationToken))
            .WithName(tool.Descriptor.Name)
            .WithSummary(tool.Descriptor.Description)
            .DescribeTool(tool.Descriptor);
    }

    private static Ok<ListReply<WorkflowDto>> List(ToolCatalogue catalogue, PipelineSurroundings pipelines) =>
        TypedResults.Ok(new ListReply<WorkflowDto>(
            [.. catalogue.All.Select(tool => WorkflowDto.Of(tool.Descriptor, pipelines.Tools[tool.Descriptor.Name].Refusal is null))], null));

    private static ProblemHttpResult NotFound(string tool) => ApiProblem.Create(
        StatusCodes.Status404NotFound, "tool_unknown", "There is no such tool; GET /api/v1/workflows lists them.");

    private static async Task<IResult> RunAsync(
        ITool tool, JsonObject arguments, Guid? conversation, HttpContext http, WorkflowRun run, ConversationRepository conversations,
        CancellationToken cancellationToken)
    {
        if (tool.Descriptor.UnknownArguments(arguments, ArgumentSchema.Commentary) is [_, ..] unknown)
        {
            return WorkflowProblem.Unknown(tool.Descriptor, unknown);
        }

        var owner = http.User.Owner();
        if (conversation is { } id && await conversations.FindAsync(owner, id, cancellationToken) is null)
        {
            return ApiProblem.ConversationNotFound();
        }

        return await run.RunAsync(tool, arguments, owner, conversation, http.Response, cancellationToken);
    }
}
