#if SEMANTIC_KERNEL
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.Turns;

/// <summary>The same conversation through both planners: what the person sees, what is stored, and what the model is sent.</summary>
public sealed partial class PlannersAgreeTests(PlannersAgreeTests.Hosts hosts) : IClassFixture<PlannersAgreeTests.Hosts>
{
    public static TheoryData<string, ModelReply[]> Conversations => new()
    {
        { "top landing pages for 1001", [ModelReply.Calls("top_landing_pages", """{"offer":"Summer Promo"}""")] },
        {
            "why is 1001 better than 1003 and 1002?",
            [
                ModelReply.Says("Let me ", "see.").AndCalls("top_landing_pages", """{"offer":"1001","commentary":true}""").AndCalls("top_landing_pages", """{"offer":"1003"}"""),
                ModelReply.Says("The first ", "has 99.7 % more, ", "as you see."),
            ]
        },
        { "a link for 34567 on 1002", [ModelReply.Calls("tracking_link", """{"partner":"34567","offer":"1002"}""")] },
        { "figures", [ModelReply.Calls("top_figures", "{}"), ModelReply.Calls("top_landing_pages", """{"page":"1"}""")] },
        { "and now?", [ModelReply.Calls("top_landing_pages", """{"offer":"zzzz"}""")] },
        { "hello", [ModelReply.Says("[smalltalk]", " Hello. What would you like to know?")] },
        { "who are you?", [ModelReply.Fails(System.Net.HttpStatusCode.Unauthorized)] },
    };

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task They_give_the_same_events_messages_and_requests(string question, ModelReply[] replies)
    {
        var extensionsAi = await RunAsync(hosts.ExtensionsAi, question, replies);

        var semanticKernel = await RunAsync(hosts.SemanticKernel, question, replies);

        semanticKernel.Shown.ShouldBe(extensionsAi.Shown);
        semanticKernel.Calls.ShouldBe(extensionsAi.Calls);
        semanticKernel.Messages.ShouldBe(extensionsAi.Messages);
        semanticKernel.Requests.ShouldBe(extensionsAi.Requests);
    }

    private static async Task<Conversation> RunAsync(ScriptedModelHost host, string question, ModelReply[] replies)
    {
        var before = host.Model.Requests.Count;
        host.Model.Then(ModelReply.Calls("performance_summary", """{"date_range":"last week"}""")).Then(replies);
        var turn = await host.AskAsync("last week");
        var next = await host.AskAsync(question, turn.Conversation);
        var messages = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{turn.Conversation}/messages");
        var requests = host.Model.Requests.Skip(before).SelectMany(request => request.Messages.Select(Told).Append(string.Join(' ', request.Tools)));
        // Whether a tool takes long enough to say so is not the planner's doing, and calls that run side by side end in any order.
        var events = turn.Events.Concat(next.Events).Where(item => !item.Type.StartsWith("STEP", StringComparison.Ordinal)).ToLookup(IsOfCall);
        return new Conversation(
            [.. events[false].Select(item => Unnamed(item.Json.GetRawText()))],
            [.. events[true].Select(item => Unnamed(item.Json.GetRawText())).Order(StringComparer.Ordinal)],
            Unnamed(messages.GetRawText()),
            [.. requests]);
    }

    private static bool IsOfCall(StreamedEvent item) => item.Type.StartsWith("TOOL_CALL", StringComparison.Ordinal) || item.Type == "STATE_SNAPSHOT";

    /// <summary>Ids, times and durations are each run's own.</summary>
    private static string Unnamed(string json) => Own().Replace(json, "…");

    private static string Told(JsonElement message)
    {
        var content = message.TryGetProperty("content", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : "";
        var calls = message.TryGetProperty("tool_calls", out var made)
            ? made.EnumerateArray().Select(call => call.GetProperty("function")).Select(call =>
                $"{call.GetProperty("name").GetString()} {JsonSerializer.Serialize(JsonElement.Parse(call.GetProperty("arguments").GetString()!))}")
            : [];
        return $"{message.GetProperty("role").GetString()}: {content} {string.Join("; ", calls)}";
    }

    [GeneratedRegex("""[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9A-Z]{8,}|"timestamp":\d+|"duration_ms":\d+|"durationMs":\d+|\d{4}-\d\d-\d\dT[0-9:.+Z-]+|\b\d\d:\d\d(:\d\d)?\b""")]
    private static partial Regex Own();

    private sealed record Conversation(IReadOnlyList<string> Shown, IReadOnlyList<string> Calls, string Messages, IReadOnlyList<string> Requests);

    public sealed class Hosts : IAsyncLifetime
    {
        public ScriptedModelHost ExtensionsAi { get; } = new();

        public ScriptedModelHost SemanticKernel { get; } = new();

        public async Task InitializeAsync()
        {
            await StartAsync(ExtensionsAi, "extensions-ai");
            await StartAsync(SemanticKernel, "semantic-kernel");
        }

        public async Task DisposeAsync()
        {
            await ExtensionsAi.DisposeAsync();
            await SemanticKernel.DisposeAsync();
        }

        private static async Task StartAsync(ScriptedModelHost host, string planner)
        {
            await host.InitializeAsync();
            await host.RestartAsync("--Planner:Kind", planner);
        }
    }
}
#endif
