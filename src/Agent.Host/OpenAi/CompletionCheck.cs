using System.Text.Json;

namespace PromptLab.Host.OpenAi;

/// <summary>Refuses what this door cannot do, rather than answering something else than was asked for.</summary>
internal static class CompletionCheck
{
    private const int MostStops = 4;

    private static readonly string[] Roles = ["user", "assistant", "system", "developer", "tool", "function"];

    /// <summary>Null when the request can be answered.</summary>
    public static IResult? Problem(CompletionRequest request) => Messages(request) ?? Model(request.Model) ?? Options(request);

    public static IResult? Model(string? model) => model switch
    {
        OpenAiModel.IdOfAgent => null,
        null or "" => OpenAiError.Invalid("model", "model_missing", $"Say which model you mean: {OpenAiModel.IdOfAgent}."),
        _ => OpenAiError.Create(
            StatusCodes.Status404NotFound, OpenAiError.InvalidRequest, "model_not_found", $"There is no such model here. Use {OpenAiModel.IdOfAgent}.", "model"),
    };

    private static IResult? Messages(CompletionRequest request)
    {
        var messages = request.Messages ?? [];
        if (messages.Any(message => message is null || !Roles.Contains(message.Role)))
        {
            return OpenAiError.Invalid("messages", "message_invalid", $"Each message has a role ({string.Join(", ", Roles)}) and content.");
        }

        if (messages.Any(message => message!.ReadText() is null))
        {
            return OpenAiError.Invalid("messages", "content_not_supported", "Only text is read: content is a string, or parts of type text.");
        }

        return messages is [.., { Role: "user" }]
            ? null
            : OpenAiError.Invalid("messages", "question_missing", "The last message must be the user's.");
    }

    private static IResult? Options(CompletionRequest request) =>
        request.N is not (null or 1) ? OpenAiError.Invalid("n", "n_not_supported", "The agent gives one answer: leave n out, or send 1.")
        : request.Logprobs is true ? OpenAiError.Invalid("logprobs", "logprobs_not_supported", "Answers are rendered by code and have no log probabilities.")
        : request.Modalities?.Any(modality => modality != "text") is true ? OpenAiError.Invalid("modalities", "modality_not_supported", "The agent answers in text only.")
        : Tokens(request) is < 1 ? OpenAiError.Invalid("max_tokens", "max_tokens_invalid", "max_tokens must be at least 1.")
        : Stops(request) is null ? OpenAiError.Invalid("stop", "stop_invalid", "stop is a text that is not empty, or up to four of them.")
        : DemandsTool(request.ToolChoice) ? OpenAiError.Invalid(
            "tool_choice", "tools_not_supported", "The agent uses its own tools and calls none of the caller's: leave tool_choice out, or send auto or none.")
        : DemandsJson(request.ResponseFormat) ? OpenAiError.Invalid(
            "response_format", "response_format_not_supported", "The agent answers in Markdown. For JSON use POST /api/v1/workflows/{tool}.")
        : null;

    /// <summary>Null for no limit.</summary>
    public static int? Tokens(CompletionRequest request) => request.MaxCompletionTokens ?? request.MaxTokens;

    /// <summary>Null when they cannot be used.</summary>
    public static IReadOnlyList<string>? Stops(CompletionRequest request)
    {
        JsonElement[] stops = request.Stop switch
        {
            null or { ValueKind: JsonValueKind.Null } => [],
            { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray()],
            { } one => [one],
        };
        return stops.Length <= MostStops && stops.All(stop => stop.ValueKind == JsonValueKind.String && stop.GetString()!.Length > 0)
            ? [.. stops.Select(stop => stop.GetString()!)]
            : null;
    }

    private static bool DemandsTool(JsonElement? choice) => choice switch
    {
        null or { ValueKind: JsonValueKind.Null } => false,
        { ValueKind: JsonValueKind.String } word => word.GetString() is not ("auto" or "none"),
        _ => true,
    };

    private static bool DemandsJson(JsonElement? format) =>
        format is { ValueKind: JsonValueKind.Object } shape && !(shape.TryGetProperty("type", out var type) && type.ValueEquals("text"));
}
