using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PromptLab.Benchmarks.Models;

/// <summary>
/// Answers every request on a loopback port with the same streamed tool call, one send per chunk as a model does. Raw sockets, so
/// that hardly anything of what is measured is its own.
/// </summary>
internal sealed class LoopbackModel : IDisposable
{
    private static readonly string[] Deltas =
    [
        """{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"top_landing_pages","arguments":""}}],"refusal":null}""",
        """{"tool_calls":[{"index":0,"function":{"arguments":"{\"off"}}]}""",
        """{"tool_calls":[{"index":0,"function":{"arguments":"er\":\""}}]}""",
        """{"tool_calls":[{"index":0,"function":{"arguments":"1001\"}"}}]}""",
    ];

    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource stopping = new();
    private readonly byte[][] sends = [.. Chunks()];

    public LoopbackModel()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        _ = AcceptAsync();
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}/v1");

    public void Dispose()
    {
        stopping.Cancel();
        listener.Dispose();
        stopping.Dispose();
    }

    private static IEnumerable<byte[]> Chunks()
    {
        yield return Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        foreach (var delta in Deltas)
        {
            yield return Chunk($$"""[{"index":0,"delta":{{delta}},"logprobs":null,"finish_reason":null}],"usage":null""");
        }

        yield return Chunk("""[{"index":0,"delta":{},"logprobs":null,"finish_reason":"tool_calls"}],"usage":null""");
        yield return Chunk("""[],"usage":{"prompt_tokens":900,"completion_tokens":18,"total_tokens":918,"prompt_tokens_details":{"cached_tokens":0}}""");
        yield return [.. Framed("data: [DONE]\n\n"), .. "0\r\n\r\n"u8];
    }

    private static byte[] Chunk(string choices) => Framed(
        $$"""data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1767225600,"model":"gpt-fake","service_tier":"default","system_fingerprint":"fp_1","choices":{{choices}}}""" + "\n\n");

    private static byte[] Framed(string text) => Encoding.ASCII.GetBytes($"{text.Length:x}\r\n{text}\r\n");

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await listener.AcceptAsync(stopping.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            client.NoDelay = true;
            var buffer = new byte[64 * 1024];
            while (await ReadRequestAsync(client, buffer))
            {
                foreach (var send in sends)
                {
                    await client.SendAsync(send);
                }
            }
        }
    }

    private static async ValueTask<bool> ReadRequestAsync(Socket client, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var read = await client.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                return false;
            }

            length += read;
            if (Expected(buffer.AsSpan(0, length)) is { } expected && length >= expected)
            {
                return true;
            }
        }
    }

    private static int? Expected(ReadOnlySpan<byte> request)
    {
        var head = request.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return null;
        }

        var at = request.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var value = request[at..(at + request[at..].IndexOf((byte)'\r'))];
        return head + 4 + int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
    }
}
