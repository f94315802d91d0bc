using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using PromptLab.Testing.Http;

namespace PromptLab.Host.Tests.Slack;

/// <summary>A Slack workspace as its Web API shows it: it keeps what is posted, and can be slow, full or broken as a test says.</summary>
public sealed class SlackWorkspace : IAsyncDisposable
{
    public const string Token = "xoxb-of-the-tests";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private const string Post = "POST /api/chat.postMessage";
    private const string Update = "POST /api/chat.update";

    private readonly ConcurrentQueue<ScriptedReply> _instead = new();
    private readonly ConcurrentQueue<SlackWrite> _writes = new();
    private readonly ConcurrentQueue<(string Query, JsonObject Text)> _told = new();
    private readonly List<JsonObject> _messages = [];
    private readonly Lock _lock = new();
    private ScriptedServer _server = null!;
    private int _number;

    public Uri ApiUrl => new(_server.Address, "/api/");

    public string ResponseUrl => new Uri(_server.Address, "/response").ToString();

    /// <summary>Every write that was accepted or refused, in order.</summary>
    public IReadOnlyList<SlackWrite> Writes => [.. _writes];

    /// <summary>What went to response URLs.</summary>
    public IReadOnlyList<JsonObject> Told => [.. _told.Select(told => told.Text)];

    /// <summary>What went to the response URL with a query, as each click can have one of its own.</summary>
    public IReadOnlyList<JsonObject> ToldAt(string query) => [.. _told.Where(told => told.Query == query).Select(told => told.Text)];

    /// <summary>The messages as they stand.</summary>
    public IReadOnlyList<JsonObject> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages.Select(message => message.DeepClone().AsObject())];
            }
        }
    }

    public static async Task<SlackWorkspace> StartAsync()
    {
        var workspace = new SlackWorkspace { _server = await ScriptedServer.StartAsync() };
        workspace._server
            .On(Post, request => workspace.Write(request, workspace.PostMessage))
            .On(Update, request => workspace.Write(request, workspace.UpdateMessage))
            .On("POST /api/conversations.replies", workspace.Read)
            .On("POST /api/conversations.history", workspace.Read)
            .On("POST /response", request =>
            {
                workspace._told.Enqueue((request.Query, JsonNode.Parse(request.Body)!.AsObject()));
                return new ScriptedReply(200, "ok");
            });
        return workspace;
    }

    /// <summary>The next writes are answered so instead of being carried out.</summary>
    public void Answer(params ScriptedReply[] replies) => Array.ForEach(replies, _instead.Enqueue);

    /// <summary>Writes with blocks are refused from now on.</summary>
    public bool DislikesBlocks { get; set; }

    /// <summary>The next post is carried out, and its answer never arrives.</summary>
    public void LoseAnswer() => Answer(Lost);

    private static ScriptedReply Lost { get; } = ScriptedReply.Silence;

    public IReadOnlyList<JsonObject> InThread(string channel, string? thread) =>
        [.. Messages.Where(message => Text(message, "channel") == channel && Text(message, "thread_ts") == thread)];

    public static string? Text(JsonObject message, string name) => message[name]?.GetValue<string>();

    public static string Blocks(JsonObject message) => message["blocks"]?.ToJsonString(Readable) ?? "";

    /// <summary>Values of the buttons with an id that begins so.</summary>
    public static IReadOnlyList<string> Buttons(JsonObject message, string id) =>
    [
        .. (message["blocks"]?.AsArray() ?? []).Where(block => block!["type"]!.GetValue<string>() == "actions")
            .SelectMany(block => block!["elements"]!.AsArray()).Where(button => button!["action_id"]!.GetValue<string>().StartsWith(id, StringComparison.Ordinal))
            .Select(button => button!["value"]!.GetValue<string>()),
    ];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ScriptedReply Write(ScriptedRequest request, Func<JsonObject, JsonObject> carryOut)
    {
        var arguments = JsonNode.Parse(request.Body)!.AsObject();
        if (request.Headers.Authorization != $"Bearer {Token}")
        {
            return ScriptedReply.Json("""{"ok":false,"error":"invalid_auth"}""");
        }

        if (DislikesBlocks && arguments["blocks"] is not null)
        {
            return ScriptedReply.Json("""{"ok":false,"error":"invalid_blocks"}""");
        }

        var hasScript = _instead.TryDequeue(out var instead);
        _writes.Enqueue(new SlackWrite(request.Route.Split('/')[^1], Text(arguments, "channel")!, TimeProvider.System.GetTimestamp(), !hasScript, arguments));
        if (hasScript && instead != Lost)
        {
            return instead!;
        }

        lock (_lock)
        {
            var reply = carryOut(arguments);
            return hasScript ? instead! : ScriptedReply.Json(reply.ToJsonString());
        }
    }

    private JsonObject PostMessage(JsonObject arguments)
    {
        var ts = string.Create(CultureInfo.InvariantCulture, $"1736938800.{++_number:000000}");
        var message = arguments.DeepClone().AsObject();
        message["ts"] = ts;
        _messages.Add(message);
        return new JsonObject { ["ok"] = true, ["channel"] = Text(arguments, "channel"), ["ts"] = ts };
    }

    private JsonObject UpdateMessage(JsonObject arguments)
    {
        var at = _messages.FindIndex(message => Text(message, "ts") == Text(arguments, "ts"));
        if (at < 0)
        {
            return new JsonObject { ["ok"] = false, ["error"] = "message_not_found" };
        }

        var changed = arguments.DeepClone().AsObject();
        changed["thread_ts"] = _messages[at]["thread_ts"]?.DeepClone();
        _messages[at] = changed;
        return new JsonObject { ["ok"] = true, ["channel"] = Text(arguments, "channel"), ["ts"] = Text(arguments, "ts") };
    }

    private ScriptedReply Read(ScriptedRequest request)
    {
        var arguments = QueryHelpers.ParseQuery(request.Body);
        var found = InThread(arguments["channel"].ToString(), arguments.TryGetValue("ts", out var thread) ? thread.ToString() : null);
        return ScriptedReply.Json(new JsonObject { ["ok"] = true, ["messages"] = new JsonArray([.. found]) }.ToJsonString());
    }

    /// <param name="At">By the real clock.</param>
    /// <param name="IsAccepted">False when it was answered otherwise.</param>
    public sealed record SlackWrite(string Method, string Channel, long At, bool IsAccepted, JsonObject Arguments);
}
