using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using PromptLab.Data.Slack;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Where Slack knocks. What it tells is stored, acknowledged, and worked off afterwards.</summary>
internal static class SlackAppEndpoints
{
    private const string Patience = "One moment …";

    public static IEndpointRouteBuilder MapSlackApp(this IEndpointRouteBuilder routes)
    {
        // A signature is all that Slack shows.
        var slack = routes.MapGroup("/slack").AllowAnonymous().WithTags("Slack app")
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        slack.MapPost("/events", EventsAsync)
            .WithName("SlackEvents")
            .WithSummary("Request URL of the app's event subscriptions: mentions, direct messages, replies in threads")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        slack.MapPost("/commands", CommandsAsync)
            .WithName("SlackCommands")
            .WithSummary("Request URL of the app's slash command; the answer is for the person alone")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        slack.MapPost("/interactions", InteractionsAsync)
            .WithName("SlackInteractions")
            .WithSummary("Request URL of the app's buttons: Confirm and Cancel of pending actions, choices under questions")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        return routes;
    }

    private static async Task<Results<Ok, Ok<JsonObject>, ProblemHttpResult>> EventsAsync(
        HttpContext http, SlackRequests requests, SlackEvents events, SlackInbox inbox, CancellationToken cancellationToken)
    {
        var (refusal, body) = await requests.ReadAsync(http.Request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Parse(body) is not { ValueKind: JsonValueKind.Object } envelope)
        {
            return Unreadable();
        }

        if (envelope.TryGetProperty("challenge", out var challenge) && challenge.ValueKind == JsonValueKind.String)
        {
            return TypedResults.Ok(new JsonObject { ["challenge"] = challenge.GetString() });
        }

        await TakeInAsync(inbox, events.Read(envelope), cancellationToken);
        return TypedResults.Ok();
    }

    private static async Task<Results<Ok<JsonObject>, ProblemHttpResult>> CommandsAsync(
        HttpContext http, SlackRequests requests, SlackCommands commands, SlackInbox inbox, CancellationToken cancellationToken)
    {
        var (refusal, body) = await requests.ReadAsync(http.Request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        if (commands.Read(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body))) is not { } task)
        {
            return Unreadable();
        }

        await TakeInAsync(inbox, task, cancellationToken);
        return TypedResults.Ok(new JsonObject { ["response_type"] = "ephemeral", ["text"] = Patience });
    }

    private static async Task<Results<Ok, ProblemHttpResult>> InteractionsAsync(
        HttpContext http, SlackRequests requests, SlackInteractions interactions, SlackInbox inbox, CancellationToken cancellationToken)
    {
        var (refusal, body) = await requests.ReadAsync(http.Request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        if (!form.TryGetValue("payload", out var payload) || Parse(Encoding.UTF8.GetBytes(payload.ToString())) is not { } interaction)
        {
            return Unreadable();
        }

        await TakeInAsync(inbox, interactions.Read(interaction), cancellationToken);
        return TypedResults.Ok();
    }

    /// <summary>A request that is repeated is acknowledged again and not taken in twice.</summary>
    private static Task TakeInAsync(SlackInbox inbox, NewSlackTask? task, CancellationToken cancellationToken) =>
        task is null ? Task.CompletedTask : inbox.TakeInAsync(task, cancellationToken);

    private static ProblemHttpResult Unreadable() =>
        ApiProblem.Create(StatusCodes.Status400BadRequest, "slack_request_unreadable", "The request is not what Slack sends here.");

    private static JsonElement? Parse(byte[] json)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
