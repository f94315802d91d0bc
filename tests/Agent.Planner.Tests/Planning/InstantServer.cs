#if SEMANTIC_KERNEL
using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>Stands for an OpenAI-compatible server that answers at once, on the caller's thread: with a call of a tool, and its result with a comment.</summary>
internal sealed class InstantServer(string tool) : HttpMessageHandler
{
    private readonly byte[] _call = Reply(
        $$$"""{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"{{{tool}}}","arguments":"{\"commentary\":true}"}}]}""");

    private readonly byte[] _comment = Reply("""{"content":"Few clicks, "}""", """{"content":"because the page "}""", """{"content":"was changed."}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var reply = body.AsSpan().IndexOf("\"role\":\"tool\""u8) < 0 ? _call : _comment;
        // A stream of memory would be taken for a reply that was read already.
        var content = new StreamContent(PipeReader.Create(new ReadOnlySequence<byte>(reply)).AsStream());
        content.Headers.ContentType = new MediaTypeHeaderValue("text/event-stream");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    }

    private static byte[] Reply(params string[] deltas) => Encoding.UTF8.GetBytes(string.Concat(
    [
        .. deltas.Select(delta => Chunk($$"""[{"index":0,"delta":{{delta}},"finish_reason":null}],"usage":null""")),
        Chunk("""[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":900,"completion_tokens":18,"total_tokens":918}"""),
        "data: [DONE]\n\n",
    ]));

    private static string Chunk(string choices) =>
        $$"""data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1767225600,"model":"scripted-1","choices":{{choices}}}""" + "\n\n";
}
#endif
