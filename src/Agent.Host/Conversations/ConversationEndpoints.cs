using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Conversations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Conversations;

internal static class ConversationEndpoints
{
    private const int LongestTitle = 200;

    public static IEndpointRouteBuilder MapConversations(this IEndpointRouteBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        conversations.MapGet("/", ListAsync).WithName("ListConversations").WithSummary("Your conversations, pinned ones first, then the newest");

        var one = conversations.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetConversation").WithSummary("One conversation");
        one.MapPatch("/", UpdateAsync).WithName("UpdateConversation").WithSummary("Rename or pin a conversation");
        one.MapDelete("/", DeleteAsync).WithName("DeleteConversation").WithSummary("Delete a conversation");
        one.MapGet("/messages", MessagesAsync).WithName("ListMessages").WithSummary("Its newest messages, oldest first; the next page holds older ones");
        one.MapConversationExport();
        return api;
    }

    private static async Task<Results<Ok<ListReply<ConversationDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, ConversationRepository conversations, CancellationToken cancellationToken,
        [Description("Words of the title or of a message.")] string? search = null, string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        var words = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        var page = await conversations.ListAsync(http.User.Owner(), words, cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<ConversationDto>.Of(page, ConversationDto.Of));
    }

    private static async Task<Results<Ok<ConversationDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, ConversationRepository conversations, CancellationToken cancellationToken) =>
        await conversations.FindAsync(http.User.Owner(), id, cancellationToken) is { } row
            ? TypedResults.Ok(ConversationDto.Of(row))
            : ApiProblem.ConversationNotFound();

    private static async Task<Results<Ok<ConversationDto>, ProblemHttpResult>> UpdateAsync(
        Guid id, ConversationChange change, HttpContext http, ConversationRepository conversations, CancellationToken cancellationToken)
    {
        var title = change.Title?.Trim();
        if (title is { Length: 0 or > LongestTitle })
        {
            return ApiProblem.Invalid("title_invalid", "title", $"A title has 1 to {LongestTitle} characters.");
        }

        return await conversations.UpdateAsync(http.User.Owner(), id, title, change.IsPinned, cancellationToken) is { } row
            ? TypedResults.Ok(ConversationDto.Of(row))
            : ApiProblem.ConversationNotFound();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        Guid id, HttpContext http, ConversationRepository conversations, CancellationToken cancellationToken) =>
        await conversations.DeleteAsync(http.User.Owner(), id, cancellationToken) ? TypedResults.NoContent() : ApiProblem.ConversationNotFound();

    private static async Task<Results<Ok<ListReply<MessageDto>>, ProblemHttpResult>> MessagesAsync(
        Guid id, HttpContext http, ConversationRepository conversations, CancellationToken cancellationToken, string? cursor = null, int limit = 100)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await conversations.ListLatestMessagesAsync(http.User.Owner(), id, cursor, limit, cancellationToken) is { } page
            ? TypedResults.Ok(ListReply<MessageDto>.Of(page, MessageDto.Of))
            : ApiProblem.ConversationNotFound();
    }
}
