using System.Net;
using System.Text.Json;

namespace PromptLab.Planner.Models;

/// <summary>
/// An error object as OpenAI (<c>{"error":{"message","type","code"}}</c>), Anthropic (<c>{"type":"error","error":{"type","message"}}</c>) and
/// the servers that imitate them (<c>{"error":"text"}</c>) send it.
/// </summary>
internal readonly record struct ModelErrorReply(string? Message, string? Type, string? Code)
{
    private const int LongestMessage = 500;

    public static ModelErrorReply Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error)
                ? Read(error)
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    public static ModelErrorReply Read(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => new(Shorten(error.GetString()), null, null),
        JsonValueKind.Object => new(Shorten(Text(error, "message")), Text(error, "type"), Text(error, "code")),
        _ => default,
    };

    public ModelException ToException(HttpStatusCode? status, TimeSpan? retryAfter = null)
    {
        var failure = Failure(status);
        return new(failure)
        {
            Status = status,
            RetryAfter = retryAfter,
            UpstreamMessage = Message,
            // A used-up quota is reported as a rate limit, but waiting does not help.
            IsTransient = failure is ModelFailure.RateLimited or ModelFailure.Unavailable && !Says("insufficient_quota"),
        };
    }

    private ModelFailure Failure(HttpStatusCode? status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ModelFailure.RejectedKey,
        HttpStatusCode.TooManyRequests => ModelFailure.RateLimited,
        HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => ModelFailure.Unavailable,
        HttpStatusCode.RequestEntityTooLarge => ModelFailure.ContextTooLong,
        null when Says("rate_limit") || Says("insufficient_quota") => ModelFailure.RateLimited,
        null when Says("authentication") || Says("permission") || Says("invalid_api_key") => ModelFailure.RejectedKey,
        _ when IsContextTooLong => ModelFailure.ContextTooLong,
        null when !Says("invalid_request") => ModelFailure.Unavailable,
        _ => ModelFailure.BadRequest,
    };

    private bool IsContextTooLong => Says("context_length") || Mentions("context length") || Mentions("prompt is too long");

    private bool Says(string code) => Contains(Code, code) || Contains(Type, code);

    private bool Mentions(string words) => Contains(Message, words);

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) is true;

    private static string? Shorten(string? text) => text is { Length: > LongestMessage } ? text[..LongestMessage] : text;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
