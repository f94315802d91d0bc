using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;

namespace PromptLab.Benchmarks.Planning;

/// <summary>The same replies from an OpenAI-compatible server that is not there: what is measured is ours and the SDK's, not the sockets'.</summary>
internal sealed class InstantServer(string tool) : HttpMessageHandler
{
    private readonly byte[] _call = Reply(
        $$$"""{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"{{{tool}}}","arguments":""}}]}""",
        """{"tool_calls":[{"index":0,"function":{"arguments":"{\"commentary\":true}"}}]}""");

    private readonly byte[] _comment = Reply("""{"content":"Few clicks, "}""", """{"content":"because the page "}""", """{"content":"was changed."}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var reply = body.AsSpan().IndexOf("\"role\":\"tool\""u8) < 0 ? _call : _comment;
        var content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(reply)).AsStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static byte[] Reply(params string[] deltas) => System.Text.Encoding.UTF8.GetBytes(string.Concat(
    [
        .. deltas.Select(delta => Chunk($$"""[{"index":0,"delta":{{delta}},"finish_reason":null}],"usage":null""")),
        Chunk("""[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null"""),
        Chunk("""[],"usage":{"prompt_tokens":900,"completion_tokens":18,"total_tokens":918}"""),
        "data: [DONE]\n\n",
    ]));

    private static string Chunk(string choices) =>
        $$"""data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1767225600,"model":"gpt-fake","choices":{{choices}}}""" + "\n\n";
}
