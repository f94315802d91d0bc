using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PromptLab.Everflow.Resilience;

/// <summary>What a failure means: whether it may pass by itself, and what a caller is told.</summary>
internal static class Faults
{
    public static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    public static bool IsPassing(Exception? exception) => exception is HttpRequestException or IOException or TimeoutRejectedException;

    public static EverflowFailure? KindOf(Exception exception) => exception switch
    {
        TimeoutRejectedException => EverflowFailure.Timeout,
        HttpRequestException or IOException or BrokenCircuitException => EverflowFailure.Unavailable,
        JsonException or InvalidDataException => EverflowFailure.MalformedReply,
        _ => null,
    };

    public static EverflowFailure KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => EverflowFailure.RejectedKey,
        HttpStatusCode.NotFound => EverflowFailure.NotFound,
        HttpStatusCode.TooManyRequests => EverflowFailure.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => EverflowFailure.Timeout,
        >= HttpStatusCode.InternalServerError => EverflowFailure.Unavailable,
        >= HttpStatusCode.BadRequest => EverflowFailure.BadRequest,
        _ => EverflowFailure.MalformedReply,
    };

    public static string Describe(EverflowFailure kind) => kind switch
    {
        EverflowFailure.RejectedKey => "Everflow rejected the API key.",
        EverflowFailure.NotFound => "Everflow does not know what was asked for.",
        EverflowFailure.RateLimited => "Everflow's rate limit was reached.",
        EverflowFailure.Unavailable => "Everflow could not be reached or failed.",
        EverflowFailure.Timeout => "Everflow did not answer in time.",
        EverflowFailure.MalformedReply => "Everflow's reply could not be read.",
        _ => "Everflow refused the request.",
    };
}
