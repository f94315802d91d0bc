using System.Text.Json;

namespace PromptLab.Testing.Models;

/// <summary>Anthropic messages, streamed and whole.</summary>
public sealed class ScriptedAnthropic : ScriptedModel
{
    private const int ArgumentPiece = 5;

    private ScriptedAnthropic()
        : base("/v1/messages")
    {
    }

    public override Uri BaseAddress => Root;

    public static async Task<ScriptedAnthropic> StartAsync(CancellationToken cancellationToken = default)
    {
        var server = new ScriptedAnthropic();
        await server.ListenAsync(cancellationToken);
        return server;
    }

    private protected override IEnumerable<string> Pieces(ModelReply reply)
    {
        yield return Event("message_start", $$""","message":{{Message(reply, "", "null", 1)}}""");
        var block = 0;
        if (reply.Text.Count > 0)
        {
            yield return Event("content_block_start", ""","index":0,"content_block":{"type":"text","text":""}""");
            foreach (var text in reply.Text)
            {
                yield return Event("content_block_delta", $$""","index":0,"delta":{"type":"text_delta","text":{{Json(text)}}}""");
            }

            yield return Event("content_block_stop", $",\"index\":{block++}");
        }

        foreach (var call in reply.ToolCalls)
        {
            yield return Event("content_block_start", $$$""","index":{{{block}}},"content_block":{"type":"tool_use","id":"toolu_{{{block + 1}}}","name":{{{Json(call.Tool)}}},"input":{}}""");
            foreach (var piece in call.Arguments.Chunk(ArgumentPiece))
            {
                yield return Event("content_block_delta", $$""","index":{{block}},"delta":{"type":"input_json_delta","partial_json":{{Json(new string(piece))}}}""");
            }

            yield return Event("content_block_stop", $",\"index\":{block++}");
        }
    }

    private protected override string Closing(ModelReply reply) =>
        Event("message_delta", $$$""","delta":{"stop_reason":"{{{Stop(reply)}}}","stop_sequence":null},"usage":{"output_tokens":{{{reply.OutputTokens}}}}""")
        + """event: message_stop""" + "\n" + """data: {"type":"message_stop"}""" + "\n\n";

    private protected override string Whole(ModelReply reply)
    {
        IEnumerable<string> text = reply.Text.Count == 0 ? [] : [$$"""{"type":"text","text":{{Json(string.Concat(reply.Text))}}}"""];
        var calls = reply.ToolCalls.Select((c, i) =>
            $$"""{"type":"tool_use","id":"toolu_{{i + 1}}","name":{{Json(c.Tool)}},"input":{{c.Arguments}}}""");
        return Message(reply, string.Join(',', text.Concat(calls)), Json(Stop(reply)), reply.OutputTokens);
    }

    private protected override string Error(ModelReply reply) =>
        $$$"""{"type":"error","error":{"type":{{{Json(reply.ErrorCode ?? "api_error")}}},"message":{{{Json(reply.ErrorMessage)}}}}}""";

    private protected override string StreamError(ModelReply reply) => $"event: error\ndata: {Error(reply)}\n\n";

    private static string Message(ModelReply reply, string content, string stopReason, int outputTokens) =>
        $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"claude-scripted","content":[{{{content}}}],"stop_reason":{{{stopReason}}},"stop_sequence":null,"usage":{"input_tokens":{{{reply.InputTokens}}},"output_tokens":{{{outputTokens}}}}}""";

    private static string Event(string type, string members) => $"event: {type}\ndata: {{\"type\":\"{type}\"{members}}}\n\n";

    private static string Stop(ModelReply reply) => reply.ToolCalls.Count > 0 ? "tool_use" : "end_turn";

    private static string Json(string? text) => JsonSerializer.Serialize(text);
}
