namespace PromptLab.Host.AgUi;

/// <summary>The agent for every client of AG-UI.</summary>
internal static class AgUiEndpoints
{
    public static IServiceCollection AddAgUi(this IServiceCollection services) => services.AddSingleton<AgUiDoor>();

    public static void MapAgUi(this IEndpointRouteBuilder app) => app
        .MapPost("/agui", (RunAgentInput input, HttpContext http, AgUiDoor door, CancellationToken cancellationToken) =>
            door.RunAsync(input, http, cancellationToken))
        .WithTags("AG-UI")
        .WithName("RunAgent")
        .WithSummary("Run the agent with an AG-UI client")
        .WithDescription("Streams AG-UI events under the client's own thread and run ids. A change that is proposed ends the run with an interrupt; "
            + "`resume` answers it. Closing the connection stops the run; the same run sent again gives the same events.")
        .RequireAuthorization()
        .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
