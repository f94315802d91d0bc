using System.Buffers;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Benchmarks.Models;

/// <summary>A model call written by hand: everything that never changes is one byte array.</summary>
internal sealed class BareModelCall : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly AuthenticationHeaderValue Key = new("Bearer", "key");

    private readonly HttpClient http = new(new SocketsHttpHandler());
    private readonly Uri url;
    private readonly byte[] head;

    public BareModelCall(Uri address, string system, IEnumerable<AIFunctionDeclaration> tools)
    {
        url = new(address + "/chat/completions");
        var list = string.Join(',', tools.Select(t =>
            $$$"""{"type":"function","function":{"name":{{{Text(t.Name)}}},"description":{{{Text(t.Description)}}},"parameters":{{{t.JsonSchema.GetRawText()}}}}}"""));
        head = Encoding.UTF8.GetBytes(
            $$"""{"model":"gpt-fake","stream":true,"stream_options":{"include_usage":true},"tools":[{{list}}],"messages":[{"role":"system","content":{{Text(system)}}},{"role":"user","content":""");
    }

    /// <summary>Length of the arguments that came.</summary>
    public async Task<int> RunAsync(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Body(question) };
        request.Headers.Authorization = Key;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var arguments = 0;
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(), Arguments).EnumerateAsync())
        {
            arguments += item.Data?.Length ?? 0;
        }

        return arguments > 0 ? arguments : throw new InvalidOperationException("No tool call came.");
    }

    public void Dispose() => http.Dispose();

    private ReadOnlyMemoryContent Body(string question)
    {
        var buffer = new ArrayBufferWriter<byte>(head.Length + 512);
        buffer.Write(head);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStringValue(question);
        }

        buffer.Write("}]}"u8);
        return new(buffer.WrittenMemory) { Headers = { ContentType = Json } };
    }

    private static string? Arguments(string eventType, ReadOnlySpan<byte> data)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            return null;
        }

        var reader = new Utf8JsonReader(data);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 7 && reader.ValueTextEquals("arguments"u8))
            {
                reader.Read();
                return reader.GetString();
            }
        }

        return null;
    }

    private static string Text(string value) => JsonSerializer.Serialize(value);
}
