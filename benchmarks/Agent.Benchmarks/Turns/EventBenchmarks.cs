using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Benchmarks.Turns;

/// <summary>All events of an ordinary turn as JSON: one tool call, its request, a table, the answer's text.</summary>
public class EventBenchmarks
{
    private static readonly string Id = Guid.CreateVersion7().ToString();
    private static readonly string Answer = string.Join('\n', Enumerable.Repeat("| Summer LP v2 | 9.84 % | 3,140 | 309 |", 10));

    private readonly ResolvedRequest request = new(
        "top_landing_pages", new JsonObject { ["offer"] = 1001, ["country"] = "DE" }, new Dictionary<string, string> { ["offer"] = "Summer Promo 2024" },
        [new("offer", "Offer", "Summer Promo 2024 (1001)", false)], [], new object());

    private readonly Card table = new("table", new JsonObject
    {
        ["rows"] = new JsonArray([.. Enumerable.Range(1, 10).Select(i => new JsonArray($"Page {i}", 9.84, 3140, 309))]),
    });

    [Benchmark]
    public int Events_of_a_turn()
    {
        using var compose = new TurnEventComposer(TimeProvider.System);
        return compose.RunStarted(Id, Id).Length
            + compose.ToolCallStart("call_1", "top_landing_pages").Length
            + compose.ToolCallArgs("call_1", """{"offer":"Summer Promo","country":"Germany"}""").Length
            + compose.ToolCallEnd("call_1").Length
            + compose.StateSnapshot("demo", request).Length
            + compose.ToolCallResult("call_1-result", "call_1", "top_landing_pages: 10 rows").Length
            + compose.TextStart(Id).Length
            + compose.TextContent(Id, Answer).Length
            + compose.TextEnd(Id).Length
            + compose.Card(table).Length
            + compose.RunFinished(Id, Id, new("answer", false, 120, "gpt", "gpt-fake", 900, 18)).Length;
    }
}
