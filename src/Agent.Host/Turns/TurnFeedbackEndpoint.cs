using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Turns;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Turns;

internal static class TurnFeedbackEndpoint
{
    private const int LongestComment = 2_000;

    public static void MapFeedback(this IEndpointRouteBuilder turn) =>
        turn.MapPost("/feedback", SaveAsync)
            .WithName("RateTurn")
            .WithSummary("Say what you think of an answer")
            .WithDescription("The last word counts; sending the same again changes nothing. Thumbs are counted per prompt version in `/prompts`.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<TurnFeedbackDto>, ProblemHttpResult>> SaveAsync(
        Guid id, NewTurnFeedback body, HttpContext http, TurnFeedbackRepository feedback, CancellationToken cancellationToken)
    {
        var comment = string.IsNullOrWhiteSpace(body.Comment) ? null : body.Comment.Trim();
        if (body.Thumb is { } thumb && !Thumb.IsOne(thumb))
        {
            return ApiProblem.Invalid("thumb_invalid", "thumb", "thumb is up, down or null.");
        }

        if (comment is { Length: > LongestComment })
        {
            return ApiProblem.Invalid("comment_too_long", "comment", $"A comment has at most {LongestComment:N0} characters.");
        }

        return await feedback.SaveAsync(http.User.Owner(), id, body.Thumb, comment, cancellationToken) is { } row
            ? TypedResults.Ok(TurnFeedbackDto.Of(row))
            : TurnEndpoints.Life.NotFound();
    }
}
