using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.PendingActions;
using PromptLab.Simulator;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Slack;

/// <summary>The whole service as a Slack app, with a workspace on this machine and a network that counts what it is asked to do.</summary>
public sealed class SlackHost : HostFixture
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Team = "T1";
    public const string Bot = "UBOT";

    /// <summary>Is the local user here; others in Slack are users of their own.</summary>
    public const string Anna = "UANNA";

    public const string Ben = "UBEN";
    private static int _number;

    public SlackWorkspace Workspace { get; private set; } = null!;

    public SimulatorServer Network { get; private set; } = null!;

    public int Approvals => Network.Requests.CountOf("PATCH", ApprovalHost.Approve);

    public override async Task InitializeAsync()
    {
        Workspace = await SlackWorkspace.StartAsync();
        Network = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = Clock, LimitsRate = false }, CancellationToken.None);
        await StartAsync([.. Settings(Workspace), .. ApprovalHost.Settings(Network), "--Turns:PerMinute", "1000"]);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Network.DisposeAsync();
        await Workspace.DisposeAsync();
    }

    public static string[] Settings(SlackWorkspace workspace) =>
    [
        "--Slack:SigningSecret", Secret, "--Slack:BotToken", SlackWorkspace.Token, "--Slack:ApiUrl", workspace.ApiUrl.ToString(),
        $"--Slack:Users:{Anna}", "local", "--Slack:Pace", "00:00:00.050", "--Deliveries:Poll", "00:00:00.050", "--Deliveries:FirstPause", "00:00:00.050",
        "--Deliveries:Timeout", "00:01:00", "--Deliveries:Lease", "00:03:00",
    ];

    /// <summary>A timestamp of Slack that no other message of the tests has.</summary>
    public static string NextTs() => string.Create(CultureInfo.InvariantCulture, $"1736938000.{Interlocked.Increment(ref _number):000000}");

    public static JsonObject Mention(string user, string channel, string ts, string text, string? thread = null) =>
        Event("app_mention", user, channel, ts, $"<@{Bot}> {text}", thread);

    public static JsonObject Direct(string user, string ts, string text) =>
        Event("message", user, $"D{user}", ts, text, null, ("channel_type", "im"));

    public static JsonObject Reply(string user, string channel, string ts, string text, string thread) =>
        Event("message", user, channel, ts, text, thread, ("channel_type", "channel"));

    public static JsonObject Event(
        string type, string user, string channel, string ts, string text, string? thread, params (string Name, string Value)[] more)
    {
        var said = new JsonObject { ["type"] = type, ["user"] = user, ["channel"] = channel, ["ts"] = ts, ["text"] = text, ["event_ts"] = ts };
        if (thread is not null)
        {
            said["thread_ts"] = thread;
        }

        foreach (var (name, value) in more)
        {
            said[name] = value;
        }

        return new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = Team,
            ["api_app_id"] = "A1",
            ["event_id"] = $"Ev{type}{ts}",
            ["event_time"] = 1736938000,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = Team, ["user_id"] = Bot, ["is_bot"] = true }),
            ["event"] = said,
        };
    }

    public Task<HttpResponseMessage> SendAsync(JsonObject happened) => PostAsync(Client, "/slack/events", happened.ToJsonString(), "application/json");

    public async Task SendAllAsync(params JsonObject[] events)
    {
        foreach (var item in events)
        {
            using var reply = await SendAsync(item);
            reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    /// <summary>Presses a button of a message.</summary>
    public async Task PressAsync(string user, string channel, JsonObject message, string button, string value)
    {
        var payload = new JsonObject
        {
            ["type"] = "block_actions",
            ["team"] = new JsonObject { ["id"] = Team },
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = Team },
            ["channel"] = new JsonObject { ["id"] = channel },
            ["message"] = new JsonObject { ["ts"] = message["ts"]!.DeepClone(), ["thread_ts"] = message["thread_ts"]?.DeepClone() },
            ["container"] = new JsonObject { ["type"] = "message", ["channel_id"] = channel, ["is_ephemeral"] = false },
            ["response_url"] = Workspace.ResponseUrl,
            ["trigger_id"] = Guid.NewGuid().ToString("N"),
            ["actions"] = new JsonArray(new JsonObject { ["action_id"] = button, ["value"] = value, ["action_ts"] = NextTs() }),
        };
        using var reply = await PostAsync(
            Client, "/slack/interactions", $"payload={WebUtility.UrlEncode(payload.ToJsonString())}", "application/x-www-form-urlencoded");
        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Signed as Slack signs, now by the service's clock or some time ago.</summary>
    public Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, string body, string type, TimeSpan age = default, string secret = Secret, int retry = 0) =>
        PostAsync(client, path, body, type, Clock.GetUtcNow() - age, secret, retry);

    public static Task<HttpResponseMessage> PostAsync(
        HttpClient client, string path, string body, string type, DateTimeOffset at, string secret = Secret, int retry = 0)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:{body}"));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.Add("X-Slack-Request-Timestamp", timestamp);
        request.Headers.Add("X-Slack-Signature", $"v0={Convert.ToHexStringLower(signature)}");
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        return client.SendAsync(request);
    }

    /// <summary>The answers in a thread, once there are so many and none of them is being worked on.</summary>
    public Task<IReadOnlyList<JsonObject>> AnswersAsync(string channel, string? thread, int count) => AnswersAsync(Workspace, channel, thread, count);

    public static async Task<IReadOnlyList<JsonObject>> AnswersAsync(SlackWorkspace workspace, string channel, string? thread, int count)
    {
        IReadOnlyList<JsonObject> found = [];
        await UntilAsync(() =>
        {
            found = workspace.InThread(channel, thread);
            return found.Count >= count && found.All(message => !SlackWorkspace.Blocks(message).Contains("hourglass_flowing", StringComparison.Ordinal));
        });
        return found;
    }

    public static Task UntilAsync(Func<bool> isSo, [CallerArgumentExpression(nameof(isSo))] string what = "") => Patience.UntilAsync(isSo, what);

    /// <summary>What may still come of what was sent has come.</summary>
    public static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);

    public async Task<JsonElement> MessagesAsync(Guid conversation) =>
        (await Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages")).GetProperty("data");
}
