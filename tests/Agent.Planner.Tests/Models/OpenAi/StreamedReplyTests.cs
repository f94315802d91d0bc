using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.Planner.Tests.Models.OpenAi;

/// <summary>What the servers that speak OpenAI's protocol really send.</summary>
public sealed class StreamedReplyTests
{
    private readonly StreamedReply reply = new();

    [Fact]
    public void Text_is_unescaped()
    {
        var text = Read("""{"id":"1","choices":[{"index":0,"delta":{"content":"caf\u00e9 \"x\" \ud83d\ude00"}}]}""");

        text.ShouldBe("café \"x\" 😀");
    }

    [Fact]
    public void A_refusal_is_text()
    {
        var text = Read("""{"id":"1","choices":[{"index":0,"delta":{"content":null,"refusal":"I cannot."}}]}""");

        text.ShouldBe("I cannot.");
    }

    [Fact]
    public void Unknown_members_of_any_kind_are_skipped()
    {
        var text = Read("""{"x":{"y":[1,{"choices":[]}]},"choices":[{"delta":{"reasoning_content":"hm","audio":{"id":1},"content":"yes"},"logprobs":{"content":[{"token":"a"}]}}],"obfuscation":"zz"}""");

        text.ShouldBe("yes");
    }

    [Fact]
    public void Values_of_another_kind_than_expected_count_as_missing()
    {
        var text = Read("""{"id":7,"model":null,"choices":[{"delta":{"content":[{"type":"text"}],"tool_calls":null},"finish_reason":3},5],"usage":[]}""");

        text.ShouldBeNull();
    }

    [Fact]
    public void Calls_that_arrive_mixed_are_told_apart_by_index()
    {
        Read(Calls("""{"index":0,"id":"a","type":"function","function":{"name":"one","arguments":""}}""",
            """{"index":1,"id":"b","type":"function","function":{"name":"two","arguments":""}}"""));
        Read(Calls("""{"index":1,"function":{"arguments":"{\"b\":"}}"""));
        Read(Calls("""{"index":0,"function":{"arguments":"{\"a\":1}"}}"""));
        Read(Calls("""{"index":1,"function":{"arguments":"2}"}}"""));

        Finish().Select(c => $"{c.CallId} {c.Name} {Text(c)}").ShouldBe(["a one a=1", "b two b=2"]);
    }

    [Fact]
    public void Calls_that_all_have_index_zero_are_told_apart_by_id()
    {
        // Ollama sends every call whole, all of them with index 0.
        Read(Calls("""{"id":"call_x","index":0,"type":"function","function":{"name":"one","arguments":"{\"a\":1}"}}"""));
        Read(Calls("""{"id":"call_y","index":0,"type":"function","function":{"name":"two","arguments":"{\"b\":2}"}}"""));

        Finish().Select(c => $"{c.CallId} {c.Name} {Text(c)}").ShouldBe(["call_x one a=1", "call_y two b=2"]);
    }

    [Fact]
    public void Pieces_without_index_and_id_belong_to_the_last_call()
    {
        Read(Calls("""{"id":"a","function":{"name":"one","arguments":"{\"a\":"}}"""));
        Read(Calls("""{"function":{"arguments":"1}"}}"""));

        Finish().Select(c => $"{c.CallId} {c.Name} {Text(c)}").ShouldBe(["a one a=1"]);
    }

    [Fact]
    public void Arguments_sent_as_an_object_are_taken()
    {
        Read(Calls("""{"index":0,"function":{"name":"one","arguments":{"a":"x","b":null}}}"""));

        Finish().Select(c => $"{c.CallId} {c.Name} {Text(c)}").ShouldBe(["call_0 one a=x,b="]);
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void Arguments_that_are_no_object_are_reported_with_the_call(string arguments)
    {
        Read(Calls($$$"""{"index":0,"id":"a","function":{"name":"one","arguments":{{{JsonSerializer.Serialize(arguments)}}}}}"""));

        var call = Finish().ShouldHaveSingleItem();

        (call.Name, call.Arguments, call.Exception is null).ShouldBe(("one", null, false));
    }

    [Fact]
    public void A_call_without_arguments_has_none()
    {
        Read(Calls("""{"index":0,"id":"a","function":{"name":"list_alerts"}}"""));

        Finish().ShouldHaveSingleItem().Arguments.ShouldBeEmpty();
    }

    [Fact]
    public void Usage_counts_cached_and_reasoning_tokens()
    {
        Read("""{"choices":[{"finish_reason":"stop","delta":{}}],"usage":null}""");
        Read("""{"choices":[],"usage":{"prompt_tokens":10,"completion_tokens":4,"total_tokens":14,"prompt_tokens_details":{"audio_tokens":0,"cached_tokens":8},"completion_tokens_details":{"reasoning_tokens":3},"cost":0.1}}""");

        var usage = reply.LastUpdate().Contents.OfType<UsageContent>().ShouldHaveSingleItem().Details;

        (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount)
            .ShouldBe((10, 4, 14, 8, 3));
    }

    [Theory]
    [InlineData("stop", "stop")]
    [InlineData("length", "length")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("eos", "eos")]
    public void The_finish_reason_is_passed_on(string sent, string expected)
    {
        Read($$"""{"id":"x","model":"m-1","choices":[{"delta":{"content":"a"},"finish_reason":"{{sent}}"}]}""");

        var update = reply.LastUpdate();

        (update.FinishReason?.Value, update.ResponseId, update.ModelId).ShouldBe((expected, "x", "m-1"));
    }

    [Fact]
    public void Nothing_follows_the_end_mark()
    {
        Read("""{"id":"x","choices":[{"delta":{"content":"a"}}]}""");

        Read("[DONE]").ShouldBeNull();
        Read("").ShouldBeNull();

        reply.IsDone.ShouldBeTrue();
        reply.LastUpdate().FinishReason.ShouldBe(ChatFinishReason.Stop);
    }

    [Fact]
    public void A_reply_without_an_end_has_broken_off()
    {
        Read("""{"id":"x","choices":[{"delta":{"content":"a"}}]}""");

        Should.Throw<ModelException>(() => reply.LastUpdate()).Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Fact]
    public void An_empty_stream_is_malformed()
    {
        Read("[DONE]");

        Should.Throw<ModelException>(() => reply.LastUpdate()).Failure.ShouldBe(ModelFailure.MalformedReply);
    }

    [Theory]
    [InlineData("""{"error":{"message":"upstream is busy","code":429,"type":"rate_limit_error"}}""", ModelFailure.RateLimited)]
    [InlineData("""{"error":{"message":"no","code":"insufficient_quota"}}""", ModelFailure.RateLimited)]
    [InlineData("""{"error":{"message":"no","code":"invalid_api_key"}}""", ModelFailure.RejectedKey)]
    [InlineData("""{"error":{"message":"no","type":"invalid_request_error"}}""", ModelFailure.BadRequest)]
    [InlineData("""{"error":"the model runner has stopped"}""", ModelFailure.Unavailable)]
    [InlineData("""{"error":17}""", ModelFailure.Unavailable)]
    public void An_error_in_a_chunk_is_a_failure(string chunk, ModelFailure failure)
    {
        Should.Throw<ModelException>(() => Read(chunk)).Failure.ShouldBe(failure);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"choices":[""")]
    public void A_chunk_that_is_no_json_object_is_refused(string chunk)
    {
        Should.Throw<JsonException>(() => Read(chunk));
    }

    private static string Calls(params string[] calls) => $$$"""{"id":"1","choices":[{"index":0,"delta":{"tool_calls":[{{{string.Join(',', calls)}}}]}}]}""";

    private static string Text(FunctionCallContent call) => string.Join(',', call.Arguments!.Select(a => $"{a.Key}={a.Value}"));

    private string? Read(string chunk) => reply.Read("message", Encoding.UTF8.GetBytes(chunk));

    private List<FunctionCallContent> Finish()
    {
        Read("[DONE]");
        return [.. reply.LastUpdate().Contents.OfType<FunctionCallContent>()];
    }
}
