using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PromptLab.Host.OpenAi;

/// <summary>An answer as server-sent chunks. Nothing is sent before there is something to say, so that a failure can still have its own status.</summary>
internal sealed class CompletionStream(CompletionTurn turn, bool includeUsage, TimeProvider time) : IResult
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly long _created = time.GetUtcNow().ToUnixTimeSeconds();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await WriteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, and the turn was stopped.
        }
    }

    private async Task WriteAsync(HttpContext http)
    {
        await foreach (var text in turn.ReadAsync(time, http.RequestAborted))
        {
            if (text is null or { Length: > 0 })
            {
                Begin(http.Response);
                Write(http.Response, text);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }

        if (turn.Error is { } error && !http.Response.HasStarted)
        {
            await OpenAiError.OfTurn(error.Code, error.Message).ExecuteAsync(http);
            return;
        }

        Begin(http.Response);
        End(http.Response);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private void Begin(HttpResponse response)
    {
        if (response.ContentType is null)
        {
            response.ContentType = "text/event-stream; charset=utf-8";
            response.Headers.CacheControl = "no-cache";
            response.Headers["X-Accel-Buffering"] = "no";
            Send(response, Chunk(new("assistant", ""), null));
        }
    }

    private void Write(HttpResponse response, string? text)
    {
        if (text is null)
        {
            response.BodyWriter.Write(": still here\n\n"u8);
        }
        else
        {
            Send(response, Chunk(new(null, text), null));
        }
    }

    private void End(HttpResponse response)
    {
        if (turn.Error is { } error)
        {
            Send(response, OpenAiError.InStream(error.Code, error.Message));
        }
        else
        {
            Send(response, Chunk(new(null, null), turn.FinishReason) with { Promptlab = turn.Place });
            if (includeUsage)
            {
                Send(response, Chunk(null, null) with { Usage = turn.Usage });
            }
        }

        response.BodyWriter.Write("data: [DONE]\n\n"u8);
    }

    private CompletionChunk Chunk(CompletionChunk.Delta? delta, string? finish) => new(
        CompletionDoor.IdOf(turn.Id), "chat.completion.chunk", _created, OpenAiModel.IdOfAgent,
        delta is null ? [] : [new CompletionChunk.Choice(0, delta, finish)], null, null);

    private static void Send<T>(HttpResponse response, T value)
    {
        response.BodyWriter.Write("data: "u8);
        response.BodyWriter.Write(JsonSerializer.SerializeToUtf8Bytes(value, Json));
        response.BodyWriter.Write("\n\n"u8);
    }
}
