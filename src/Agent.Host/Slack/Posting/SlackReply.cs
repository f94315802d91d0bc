using System.Globalization;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Slack.Posting;

/// <summary>What a method answers, as Slack does: always 200, but for too many calls.</summary>
internal sealed class SlackReply : IResult
{
    private readonly JsonObject _body;
    private readonly TimeSpan? _wait;

    private SlackReply(JsonObject body, TimeSpan? wait) => (_body, _wait) = (body, wait);

    public static SlackReply Ok(JsonObject? body = null)
    {
        var reply = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in body ?? [])
        {
            reply[name] = value?.DeepClone();
        }

        return new SlackReply(reply, null);
    }

    /// <param name="code">Of Slack's own.</param>
    /// <param name="more">What to do about it, in words.</param>
    public static SlackReply Failed(string code, string? more = null)
    {
        var reply = new JsonObject { ["ok"] = false, ["error"] = code };
        if (more is not null)
        {
            reply["response_metadata"] = new JsonObject { ["messages"] = new JsonArray($"[ERROR] {more}") };
        }

        return new SlackReply(reply, null);
    }

    public static SlackReply Limited(TimeSpan wait) => new(new JsonObject { ["ok"] = false, ["error"] = "ratelimited" }, wait);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (_wait is { } wait)
        {
            httpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            httpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return httpContext.Response.WriteAsJsonAsync(_body, httpContext.RequestAborted);
    }
}
