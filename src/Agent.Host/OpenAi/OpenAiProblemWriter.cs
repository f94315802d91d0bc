namespace PromptLab.Host.OpenAi;

/// <summary>What the framework refuses by itself at this door is told in the door's own shape, too.</summary>
internal sealed class OpenAiProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => OpenAiError.IsFor(context.HttpContext.Request);

    public ValueTask WriteAsync(ProblemDetailsContext context) => new(Error(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));

    private static IResult Error(int status) => status == StatusCodes.Status413PayloadTooLarge
        ? OpenAiError.Create(status, OpenAiError.InvalidRequest, "request_too_large", "The request is larger than what is read here. Leave out what was said long ago.")
        : OpenAiError.Create(status, OpenAiError.InvalidRequest, "invalid_body", "The request cannot be read.");
}
