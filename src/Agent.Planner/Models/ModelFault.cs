using System.ClientModel;
using System.Net;
using System.Text.Json;
using Anthropic.Exceptions;

namespace PromptLab.Planner.Models;

/// <summary>What the SDKs and the transport throw while a reply is read, as the one exception of ours.</summary>
internal static class ModelFault
{
    /// <summary>Null for what is no fault of the model: a bug, or the caller's cancellation.</summary>
    public static ModelException? From(Exception exception) => exception switch
    {
        ModelException known => known,
        { InnerException: ModelException known } => known,
        JsonException or AnthropicInvalidDataException or InvalidDataException => new(ModelFailure.MalformedReply, exception),
        AnthropicSseException sse => StreamError(sse),
        ClientResultException { Status: > 0 } result => new ModelErrorReply(null, null, null).ToException((HttpStatusCode)result.Status),
        IOException or HttpRequestException or AnthropicException or ClientResultException => new(ModelFailure.Unavailable, exception),
        _ => null,
    };

    private static ModelException StreamError(AnthropicSseException exception) =>
        new ModelErrorReply(null, exception.Type?.ToString() is { } type ? Snake(type) : null, null).ToException(null);

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
