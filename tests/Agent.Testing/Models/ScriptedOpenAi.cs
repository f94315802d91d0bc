using System.Text.Json;

namespace PromptLab.Testing.Models;

/// <summary>OpenAI chat completions, streamed and whole, with the pieces and the nulls of the real thing.</summary>
public sealed class ScriptedOpenAi : ScriptedModel
{
    private const string Head = """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1767225600,"model":"gpt-scripted","system_fingerprint":"fp_1",""";
    private const int ArgumentPiece = 5;

    private ScriptedOpenAi()
        : base("/v1/chat/completions")
    {
    }

    public override Uri BaseAddress => new(Root, "v1");

    public static async Task<ScriptedOpenAi> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new ScriptedOpenAi();
        await server.ListenAsync(cancellationToken);
        return server;
    }

    private protected override IEnumerable<string> Pieces(ModelReply reply)
    {
        foreach (var (text, number) in reply.Text.Select((t, i) => (t, i)))
        {
            yield return Chunk(number == 0 ? $$"""{"role":"assistant","content":{{Json(text)}},"refusal":null}""" : $$"""{"content":{{Json(text)}}}""");
        }

        foreach (var (call, index) in reply.ToolCalls.Select((c, i) => (c, i)))
        {
            yield return Chunk($$$"""{"role":"assistant","content":null,"tool_calls":[{"index":{{{index}}},"id":"call_{{{index + 1}}}","type":"function","function":{"name":{{{Json(call.Tool)}}},"arguments":""}}],"refusal":null}""");
            foreach (var piece in call.Arguments.Chunk(ArgumentPiece))
            {
                yield return Chunk($$$"""{"tool_calls":[{"index":{{{index}}},"function":{"arguments":{{{Json(new string(piece))}}}}}]}""");
            }
        }
    }

    private protected override string Closing(ModelReply reply) =>
        Chunk("{}", Finish(reply)) + $"data: {Head}\"choices\":[],\"usage\":{Usage(reply)}}}\n\n" + "data: [DONE]\n\n";

    private protected override string Whole(ModelReply reply)
    {
        var calls = reply.ToolCalls.Select((c, i) =>
            $$$"""{"id":"call_{{{i + 1}}}","type":"function","function":{"name":{{{Json(c.Tool)}}},"arguments":{{{Json(c.Arguments)}}}}}""");
        var toolCalls = reply.ToolCalls.Count == 0 ? "" : $",\"tool_calls\":[{string.Join(',', calls)}]";
        var content = reply.Text.Count == 0 ? "null" : Json(string.Concat(reply.Text));
        return $$"""{"id":"chatcmpl-1","object":"chat.completion","created":1767225600,"model":"gpt-scripted","choices":[{"index":0,"message":{"role":"assistant","content":{{content}}{{toolCalls}},"refusal":null},"logprobs":null,"finish_reason":"{{Finish(reply)}}"}],"usage":{{Usage(reply)}}}""";
    }

    private protected override string Error(ModelReply reply) =>
        $$$"""{"error":{"message":{{{Json(reply.ErrorMessage)}}},"type":"scripted","param":null,"code":{{{Json(reply.ErrorCode)}}}}}""";

    private protected override string StreamError(ModelReply reply) => $"data: {Error(reply)}\n\n";

    private static string Chunk(string delta, string? finish = null) =>
        $$"""data: {{Head}}"choices":[{"index":0,"delta":{{delta}},"logprobs":null,"finish_reason":{{Json(finish)}}}],"usage":null}""" + "\n\n";

    private static string Finish(ModelReply reply) => reply.ToolCalls.Count > 0 ? "tool_calls" : "stop";

    private static string Usage(ModelReply reply) =>
        $$$"""{"prompt_tokens":{{{reply.InputTokens}}},"completion_tokens":{{{reply.OutputTokens}}},"total_tokens":{{{reply.InputTokens + reply.OutputTokens}}},"prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}}""";

    private static string Json(string? text) => JsonSerializer.Serialize(text);
}
