using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.Planner.Tests.Models.OpenAi;

public sealed class ChatRequestWriterTests
{
    private const string Start = """{"model":"m","stream":true,"stream_options":{"include_usage":true},""";

    [Fact]
    public void A_request_holds_nothing_that_was_not_asked_for()
    {
        Write([new(ChatRole.System, "Be “brief” + <honest>"), new(ChatRole.User, "Zomer \"Promo\" für NL?")])
            .ShouldBe(Head("messages") + """[{"role":"system","content":"Be “brief” + <honest>"},{"role":"user","content":"Zomer \"Promo\" für NL?"}]}""");
    }

    [Fact]
    public void Tools_are_written_without_white_space()
    {
        Write([new(ChatRole.User, "hi")], new() { Tools = ModelTools.Of("top_offers") })
            .ShouldBe(Head("tools") + """[{"type":"function","function":{"name":"top_offers","description":"Best landing pages – by \"rate\".","parameters":{"type":"object","properties":{"offer":{"type":"string"},"top_n":{"type":"integer"}},"required":["offer"]}}}],"messages":[{"role":"user","content":"hi"}]}""");
    }

    [Fact]
    public void A_call_and_its_results_are_sent_back_as_they_came()
    {
        var call = new FunctionCallContent("call_1", "top_offers", new Dictionary<string, object?> { ["top_n"] = 3, ["country"] = "Côte d'Ivoire" });
        var raw = new FunctionCallContent("call_2", "find_offers") { RawRepresentation = JsonElement.Parse("""{"query":"x"}"""u8) };

        Write(
        [
            new(ChatRole.Assistant, [new TextContent("On it."), call, raw, new FunctionCallContent("call_3", "list_alerts")]),
            new(ChatRole.Tool, [new FunctionResultContent("call_1", "digest"), new FunctionResultContent("call_2", JsonElement.Parse("""{"n":1}"""u8)), new FunctionResultContent("call_3", null)]),
        ]).ShouldBe(Head("messages") + """[{"role":"assistant","content":"On it.","tool_calls":[{"id":"call_1","type":"function","function":{"name":"top_offers","arguments":"{\"top_n\":3,\"country\":\"Côte d'Ivoire\"}"}},{"id":"call_2","type":"function","function":{"name":"find_offers","arguments":"{\"query\":\"x\"}"}},{"id":"call_3","type":"function","function":{"name":"list_alerts","arguments":"{}"}}]},{"role":"tool","tool_call_id":"call_1","content":"digest"},{"role":"tool","tool_call_id":"call_2","content":"{\"n\":1}"},{"role":"tool","tool_call_id":"call_3","content":""}]}""");
    }

    [Fact]
    public void Results_that_are_objects_are_sent_as_json()
    {
        var result = new FunctionResultContent("c", new Dictionary<string, object?> { ["clicks"] = 5 });

        Write([new(ChatRole.Tool, [result])]).ShouldContain("""{"role":"tool","tool_call_id":"c","content":"{\"clicks\":5}"}""");
    }

    [Fact]
    public void Every_setting_of_the_call_reaches_the_model()
    {
        var options = new ChatOptions
        {
            ModelId = "other",
            Instructions = "Be kind.",
            Temperature = 0.25f,
            TopP = 0.5f,
            MaxOutputTokens = 99,
            FrequencyPenalty = 1,
            PresencePenalty = -1,
            Seed = 7,
            StopSequences = ["END", "STOP"],
            AllowMultipleToolCalls = false,
            Tools = ModelTools.Of("a"),
            ToolMode = ChatToolMode.RequireSpecific("a"),
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object"}"""u8), "verdict"),
        };

        var body = JsonElement.Parse(Encoding.UTF8.GetBytes(Write([new(ChatRole.User, "hi")], options)));

        body.EnumerateObject().Where(p => p.Name is not ("tools" or "stream" or "stream_options")).Select(p => $"{p.Name}={p.Value.GetRawText()}").ShouldBe(
        [
            "model=\"other\"", "max_tokens=99", "temperature=0.25", "top_p=0.5", "frequency_penalty=1", "presence_penalty=-1", "seed=7",
            "stop=[\"END\",\"STOP\"]", """response_format={"type":"json_schema","json_schema":{"name":"verdict","schema":{"type":"object"}}}""",
            """tool_choice={"type":"function","function":{"name":"a"}}""", "parallel_tool_calls=false",
            """messages=[{"role":"system","content":"Be kind."},{"role":"user","content":"hi"}]""",
        ]);
    }

    [Fact]
    public void Tools_can_be_forbidden_and_demanded()
    {
        Write([new(ChatRole.User, "hi")], new() { Tools = ModelTools.Of("a"), ToolMode = ChatToolMode.None }).ShouldContain("\"tool_choice\":\"none\"");
        Write([new(ChatRole.User, "hi")], new() { Tools = ModelTools.Of("a"), ToolMode = ChatToolMode.RequireAny }).ShouldContain("\"tool_choice\":\"required\"");
        Write([new(ChatRole.User, "hi")], new() { Tools = ModelTools.Of("a"), ToolMode = ChatToolMode.Auto }).ShouldNotContain("tool_choice");
        Write([new(ChatRole.User, "hi")], new() { ResponseFormat = ChatResponseFormat.Json }).ShouldContain("""{"type":"json_object"}""");
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", "max_completion_tokens")]
    [InlineData("https://shop.openai.azure.com/openai/v1", "max_completion_tokens")]
    [InlineData("http://127.0.0.1:11434/v1", "max_tokens")]
    public void The_token_limit_has_the_name_that_the_server_knows(string address, string name)
    {
        Write([new(ChatRole.User, "hi")], address: address, provider: new() { Model = "m", MaxOutputTokens = 5, Temperature = 0 })
            .ShouldStartWith(Start + $"\"{name}\":5,\"temperature\":0,");
    }

    [Fact]
    public void Other_tools_in_a_list_of_the_same_length_are_not_confused()
    {
        var writer = new ChatRequestWriter(new() { Model = "m", BaseAddress = new("http://127.0.0.1/v1") });
        var lists = Enumerable.Range(0, 40).Select(i => ModelTools.Of($"tool_{i}")).ToList();

        var bodies = lists.Concat(lists).Select(tools => Write(writer, [new(ChatRole.User, "hi")], new() { Tools = tools })).ToList();

        bodies.Select((body, i) => body.Contains($"\"tool_{i % 40}\"", StringComparison.Ordinal)).ShouldAllBe(found => found);
    }

    [Fact]
    public void A_body_larger_than_the_usual_one_is_written_whole()
    {
        var body = Write([new(ChatRole.User, new string('a', 100_000)), new(ChatRole.User, "end")]);

        body.Length.ShouldBeGreaterThan(100_000);
        body.ShouldEndWith("""{"role":"user","content":"end"}]}""");
    }

    [Fact]
    public void Content_that_the_protocol_cannot_carry_is_refused()
    {
        Should.Throw<NotSupportedException>(() => Write([new(ChatRole.User, [new DataContent("data:image/png;base64,AA==")])]));
        Should.Throw<NotSupportedException>(() => Write([new(ChatRole.User, "hi")], new() { Tools = [new HostedWebSearchTool()] }));
    }

    private static string Head(string next) => $"{Start}\"{next}\":";

    private static string Write(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, string address = "http://127.0.0.1/v1", ProviderOptions? provider = null)
    {
        provider ??= new() { Model = "m" };
        provider.BaseAddress = new(address);
        return Write(new(provider), messages, options);
    }

    private static string Write(ChatRequestWriter writer, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var body = new PooledBody();
        writer.Write(body, messages, options);
        using var sent = new MemoryStream();
        body.WriteTo(sent);
        body.TryComputeLength(out var length).ShouldBeTrue();
        length.ShouldBe(sent.Length);
        return Encoding.UTF8.GetString(sent.ToArray());
    }
}
