using System.ComponentModel;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Conversations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Conversations;

/// <summary>A conversation to take away, read and sent page by page.</summary>
internal static class ConversationExport
{
    private const string Json = "json";
    private const string Markdown = "markdown";
    private const int PageSize = 200;

    public static void MapConversationExport(this IEndpointRouteBuilder one) =>
        one.MapGet("/export", ExportAsync).WithName("ExportConversation").WithSummary("The whole conversation as a file")
            .WithDescription("`format=json` (messages with their cards) or `format=markdown` (a document for people).")
            .Produces<ConversationExportDto>()
            .Produces<string>(StatusCodes.Status200OK, "text/markdown");

    private static async Task<Results<JsonHttpResult<ConversationExportDto>, PushStreamHttpResult, ProblemHttpResult>> ExportAsync(
        Guid id, HttpContext http, ConversationRepository conversations, TimeProvider time, CancellationToken cancellationToken,
        [Description("json or markdown.")] string format = Json)
    {
        if (format is not (Json or Markdown))
        {
            return ApiProblem.Invalid("format_invalid", "format", $"format is {Json} or {Markdown}.");
        }

        var owner = http.User.Owner();
        if (await conversations.FindAsync(owner, id, cancellationToken) is not { } conversation)
        {
            return ApiProblem.ConversationNotFound();
        }

        var messages = MessagesAsync(conversations, owner, id, cancellationToken);
        var file = $"conversation-{id}.{(format == Json ? "json" : "md")}";
        if (format == Markdown)
        {
            return TypedResults.Stream(
                target => ConversationMarkdown.WriteAsync(target, conversation, messages, http.RequestAborted), "text/markdown; charset=utf-8", file);
        }

        http.Response.Headers.ContentDisposition = $"attachment; filename={file}";
        return TypedResults.Json(new ConversationExportDto(ConversationDto.Of(conversation), time.GetUtcNow(), messages.Select(MessageDto.Of)));
    }

    private static async IAsyncEnumerable<MessageRow> MessagesAsync(
        ConversationRepository conversations, string owner, Guid id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            if (await conversations.ListMessagesAsync(owner, id, cursor, PageSize, cancellationToken) is not { } page)
            {
                yield break;
            }

            foreach (var row in page.Data)
            {
                yield return row;
            }

            cursor = page.Next;
        }
        while (cursor is not null);
    }
}
