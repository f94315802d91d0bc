using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

/// <summary>Why a turn was not started, as a problem.</summary>
internal static class TurnProblem
{
    public static ProblemHttpResult Of(TurnStartResult result, HttpResponse response) => result switch
    {
        TurnStartResult.Busy busy => ApiProblem.Create(
            StatusCodes.Status409Conflict, "turn_running", "The conversation is still answering the message before. Wait for it, or stop it.",
            ("turn_id", busy.RunningTurn)),
        TurnStartResult.ConversationNotFound => ApiProblem.ConversationNotFound(),
        TurnStartResult.TurnNotFound => TurnEndpoints.Life.NotFound(),
        TurnStartResult.NotLast => ApiProblem.Create(
            StatusCodes.Status409Conflict, "turn_not_last", "Only the last answer of a conversation can be given again. Ask the question anew instead."),
        TurnStartResult.NotRepeatable => ApiProblem.Create(
            StatusCodes.Status409Conflict, "turn_not_repeatable",
            "A proposed change, a yes or no, and a change of alerts, templates or schedules are not done twice. Confirm or cancel what is proposed, or ask anew."),
        TurnStartResult.Rejected rejected => Of(rejected, response),
        _ => throw new InvalidOperationException($"{result.GetType().Name} is no refusal."),
    };

    private static ProblemHttpResult Of(TurnStartResult.Rejected rejected, HttpResponse response)
    {
        if (rejected.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return rejected.Code switch
        {
            "tool_unknown" or "argument_unknown" => ApiProblem.Invalid(rejected.Code, "call", rejected.Text),
            "message_empty" => ApiProblem.Invalid(rejected.Code, "message", rejected.Text),
            "message_too_long" => ApiProblem.Create(StatusCodes.Status413PayloadTooLarge, rejected.Code, rejected.Text),
            _ => ApiProblem.Create(StatusCodes.Status429TooManyRequests, rejected.Code, rejected.Text),
        };
    }
}
