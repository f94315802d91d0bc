namespace PromptLab.Host.Mcp;

/// <summary>The tools and the prompt templates for every MCP client.</summary>
internal static class McpEndpoints
{
    private const string Path = "/mcp";

    public static IServiceCollection AddMcp(this IServiceCollection services)
    {
        services.AddOptions<McpDoorOptions>().BindConfiguration(McpDoorOptions.Section);
        return services.AddSingleton<McpOrigin>().AddSingleton<McpToolDescription>().AddSingleton<McpTools>().AddSingleton<McpProposals>()
            .AddSingleton<McpPrompts>().AddSingleton<McpDoor>();
    }

    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup(Path).WithTags("MCP").RequireAuthorization();
        door.MapPost("", (HttpContext http, McpDoor answers) => answers.AnswerAsync(http))
            .WithName("Mcp")
            .WithSummary("Talk with an MCP client")
            .WithDescription("Streamable HTTP, revisions 2024-11-05 to 2025-11-25, without sessions. Tools are the workflows, prompts the prompt templates. "
                + "A change is proposed; only a person confirms it.")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .Produces(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        door.MapMethods("", [HttpMethods.Get, HttpMethods.Delete], (HttpResponse response) =>
            {
                response.Headers.Allow = HttpMethods.Post;
                return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
            })
            .ExcludeFromDescription();
    }
}
