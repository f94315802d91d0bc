namespace PromptLab.Host.OpenAi;

/// <summary>The agent for every client of OpenAI's chat completions.</summary>
internal static class OpenAiEndpoints
{
    public const string Root = "/v1";
    private const string Completions = "/chat/completions";

    public static IServiceCollection AddOpenAi(this IServiceCollection services) => services
        .AddSingleton<CompletionPlaces>()
        .AddSingleton<CompletionDoor>()
        .AddSingleton<IProblemDetailsWriter, OpenAiProblemWriter>()
        .AddExceptionHandler<OpenAiErrorHandler>();

    public static void MapOpenAi(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup(Root).WithTags("OpenAI").RequireAuthorization();
        door.MapPost(Completions, (CompletionRequest body, HttpContext http, CompletionDoor answers, CancellationToken cancellationToken) =>
                answers.AnswerAsync(body, http, cancellationToken))
            .WithName("ChatCompletions")
            .WithSummary("Ask with an OpenAI client")
            .WithDescription("Streams with `stream: true`. The conversation is found by `metadata.conversation_id`, or by the messages that were sent before; "
                + "a change is proposed first and a \"yes\" confirms it. Closing the connection stops the turn.")
            .Produces<CompletionReply>()
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .Produces<OpenAiError>(StatusCodes.Status400BadRequest)
            .Produces<OpenAiError>(StatusCodes.Status401Unauthorized)
            .Produces<OpenAiError>(StatusCodes.Status404NotFound)
            .Produces<OpenAiError>(StatusCodes.Status409Conflict)
            .Produces<OpenAiError>(StatusCodes.Status429TooManyRequests);
        door.MapGet("/models", () => TypedResults.Ok(new OpenAiModelList("list", [OpenAiModel.Agent])))
            .WithName("Models").WithSummary("The models of this door: the agent");
        door.MapGet("/models/{id}", (string id) => CompletionCheck.Model(id) ?? TypedResults.Ok(OpenAiModel.Agent))
            .WithName("Model").WithSummary("One model").Produces<OpenAiModel>().Produces<OpenAiError>(StatusCodes.Status404NotFound);
        door.Map("/{**rest}", (HttpContext http) => Elsewhere(http.Request)).ExcludeFromDescription();
    }

    private static IResult Elsewhere(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path == Root + Completions
        ? OpenAiError.Create(StatusCodes.Status415UnsupportedMediaType, OpenAiError.InvalidRequest, "invalid_body", "Send the request as application/json.")
        : OpenAiError.Create(
            StatusCodes.Status404NotFound, OpenAiError.InvalidRequest, "unknown_url",
            $"{request.Method} {request.Path} is not offered here: POST {Root}{Completions} and GET {Root}/models are.");
}
