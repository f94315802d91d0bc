using System.Text.Json.Nodes;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Slack.Posting;

/// <summary>The methods of Slack's Web API that a client needs to post a question and to read the answer in its thread.</summary>
internal static class SlackPostingEndpoints
{
    public static IEndpointRouteBuilder MapSlackPosting(this IEndpointRouteBuilder routes)
    {
        // Who calls is found out by each method, because Slack's clients may send their key as an argument, and want errors in Slack's shape.
        var slack = routes.MapGroup("/api/slack").AllowAnonymous().WithTags("Slack-style posting");
        slack.MapPost("/api.test", TestAsync).WithName("SlackApiTest").WithSummary("Says back what it was given").Produces<JsonObject>();
        slack.MapGet("/api.test", TestAsync).ExcludeFromDescription();
        Map(slack, "auth.test", "SlackAuthTest", "Who the key belongs to", (SlackReading _, SlackCall call, CancellationToken _) => Task.FromResult(SlackIdentity.Test(call)), isRead: true);
        Map(slack, "chat.postMessage", "SlackPostMessage", "Ask in a channel or thread; the agent's answer appears in the thread",
            (SlackPosting posting, SlackCall call, CancellationToken token) => posting.PostAsync(call, token));
        Map(slack, "chat.update", "SlackUpdateMessage", "Change the text of a message that you posted; it is not asked again",
            (SlackPosting posting, SlackCall call, CancellationToken token) => posting.UpdateAsync(call, token));
        Map(slack, "conversations.replies", "SlackReplies", "A thread: what was posted, and the agent's answers",
            (SlackReading reading, SlackCall call, CancellationToken token) => reading.RepliesAsync(call, token), isRead: true);
        Map(slack, "conversations.history", "SlackHistory", "The first messages of a channel's threads, newest first",
            (SlackReading reading, SlackCall call, CancellationToken token) => reading.HistoryAsync(call, token), isRead: true);
        slack.Map("/{method}", Unknown).ExcludeFromDescription();
        return routes;
    }

    private static void Map<T>(RouteGroupBuilder slack, string method, string name, string summary, Func<T, SlackCall, CancellationToken, Task<SlackReply>> run, bool isRead = false)
        where T : notnull
    {
        slack.MapPost($"/{method}", AnswerAsync)
            .WithName(name)
            .WithSummary(summary)
            .WithDescription("As Slack's method of this name: arguments as a form or JSON, the key as Bearer or `token`; errors are `{ok: false, error}` with status 200, too many calls 429.")
            .Produces<JsonObject>()
            .Produces<JsonObject>(StatusCodes.Status429TooManyRequests);
        // A page of another site can make a browser send a GET that looks local; nothing may be written by one.
        if (isRead)
        {
            slack.MapGet($"/{method}", AnswerAsync).ExcludeFromDescription();
        }

        async Task<SlackReply> AnswerAsync(HttpContext http, T methods, SlackCallers callers, PublicAddress address, CancellationToken cancellationToken)
        {
            var (unreadable, arguments) = await SlackCall.ReadAsync(http.Request, cancellationToken);
            if (unreadable is not null)
            {
                return SlackReply.Failed(unreadable);
            }

            var (error, owner) = await callers.FindAsync(http, arguments, cancellationToken);
            return error is not null
                ? SlackReply.Failed(error, "Send an API key as Authorization: Bearer <key>, or as the argument token")
                : await run(methods, new SlackCall(owner, address.Of(http.Request), arguments), cancellationToken);
        }
    }

    private static async Task<SlackReply> TestAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var (unreadable, arguments) = await SlackCall.ReadAsync(http.Request, cancellationToken);
        arguments.Remove("token");
        return unreadable is not null ? SlackReply.Failed(unreadable)
            : arguments.TryGetValue("error", out var error) ? SlackReply.Failed(error)
            : SlackReply.Ok(new JsonObject { ["args"] = new JsonObject(arguments.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))) });
    }

    private static SlackReply Unknown(string method) => SlackReply.Failed("unknown_method", $"{method} is not among the methods of this service");
}
