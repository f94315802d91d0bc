using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PromptLab.Testing.Time;

namespace PromptLab.Testing.Models;

/// <summary>
/// A model provider on a loopback port. Answers come from the queue first, then from the rules, newest first; a request that nothing was
/// scripted for gets 501, so that the test fails with a reason.
/// </summary>
public abstract class ScriptedModel : IAsyncDisposable
{
    private readonly ConcurrentQueue<ModelReply> queue = new();
    private readonly ConcurrentStack<Func<ModelRequest, ModelReply?>> rules = new();
    private readonly ConcurrentQueue<ModelRequest> requests = new();
    private readonly SemaphoreSlim received = new(0);
    private readonly WebApplication app;

    private protected ScriptedModel(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.MapPost(path, (RequestDelegate)AnswerAsync);
    }

    /// <summary>What goes into a provider's <c>BaseAddress</c>.</summary>
    public abstract Uri BaseAddress { get; }

    /// <summary>Every request so far, oldest first.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    private protected Uri Root => new(app.Urls.First());

    /// <summary>Adds answers to the queue; each is used once.</summary>
    public ScriptedModel Then(params ModelReply[] replies)
    {
        foreach (var reply in replies)
        {
            queue.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Answers every request for which the rule gives a reply.</summary>
    public ScriptedModel Always(Func<ModelRequest, ModelReply?> rule)
    {
        rules.Push(rule);
        return this;
    }

    public ScriptedModel Always(ModelReply reply) => Always(_ => reply);

    /// <summary>Waits for the next request that no earlier call has returned.</summary>
    public async Task<ModelRequest> NextRequestAsync(CancellationToken cancellationToken = default)
    {
        if (!await received.WaitAsync(Patience.Longest, cancellationToken))
            throw new TimeoutException($"After {Patience.Longest} the model still was not asked.");
        return Requests[Requests.Count - 1 - received.CurrentCount];
    }

    /// <summary>Drops what was scripted and not asked for, and what was asked and not waited for: what one test leaves must not answer the next.</summary>
    public void Forget()
    {
        queue.Clear();
        while (received.Wait(TimeSpan.Zero))
        {
            // Each turn takes one of the requests that nobody has waited for.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await app.StopAsync(atOnce.Token);
        await app.DisposeAsync();
        received.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task ListenAsync(CancellationToken cancellationToken) => app.StartAsync(cancellationToken);

    /// <summary>The pieces of a streamed reply, each flushed on its own, without the end.</summary>
    private protected abstract IEnumerable<string> Pieces(ModelReply reply);

    /// <summary>What closes a streamed reply: finish reason, usage, end marker.</summary>
    private protected abstract string Closing(ModelReply reply);

    private protected abstract string Whole(ModelReply reply);

    private protected abstract string Error(ModelReply reply);

    private protected abstract string StreamError(ModelReply reply);

    private async Task AnswerAsync(HttpContext http)
    {
        var aborted = new TaskCompletionSource();
        var request = await ReadAsync(http.Request, aborted.Task);
        var reply = Choose(request);
        requests.Enqueue(request);
        received.Release();
        try
        {
            await WriteAsync(http, request, reply, http.RequestAborted);
            aborted.TrySetCanceled();
        }
        catch (Exception exception) when (http.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            aborted.TrySetResult();
        }
    }

    private ModelReply Choose(ModelRequest request) =>
        queue.TryDequeue(out var next) ? next
        : rules.Select(rule => rule(request)).FirstOrDefault(reply => reply is not null)
            ?? ModelReply.Fails(HttpStatusCode.NotImplemented, message: "nothing was scripted for this request");

    private async Task WriteAsync(HttpContext http, ModelRequest request, ModelReply reply, CancellationToken cancellationToken)
    {
        if (reply.Status != HttpStatusCode.OK)
        {
            await FailAsync(http.Response, reply, cancellationToken);
        }
        else if (request.IsStreamed && !reply.IsWhole)
        {
            await StreamAsync(http.Response, reply, cancellationToken);
        }
        else
        {
            await reply.BeforePiece(0, cancellationToken);
            await EndAsync(http.Response, reply, Whole(reply), "", cancellationToken);
        }
    }

    private async Task FailAsync(HttpResponse response, ModelReply reply, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)reply.Status;
        response.ContentType = "application/json";
        if (reply.RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await response.WriteAsync(Error(reply), cancellationToken);
    }

    private async Task StreamAsync(HttpResponse response, ModelReply reply, CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        var number = 0;
        if (reply.Text.Count + reply.ToolCalls.Count > 0 || reply.End is ModelReplyEnd.Complete)
        {
            foreach (var piece in Pieces(reply))
            {
                await reply.BeforePiece(number++, cancellationToken);
                await SendAsync(response, piece, cancellationToken);
            }
        }

        await EndAsync(response, reply, Closing(reply), StreamError(reply), cancellationToken);
    }

    private static async Task EndAsync(HttpResponse response, ModelReply reply, string closing, string error, CancellationToken cancellationToken)
    {
        switch (reply.End)
        {
            case ModelReplyEnd.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                break;
            case ModelReplyEnd.Break:
                // Kestrel then closes without the end of the body, but not before what was sent has left; an abort could overtake it.
                throw new InvalidOperationException("scripted break");
            case ModelReplyEnd.Garbage:
                await SendAsync(response, "event: message_start\ndata: {\"id\": <html>not json at all\n\n", cancellationToken);
                break;
            case ModelReplyEnd.Error:
                await SendAsync(response, error, cancellationToken);
                break;
            default:
                await SendAsync(response, closing, cancellationToken);
                break;
        }
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        response.ContentType ??= "application/json";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }

    private static async Task<ModelRequest> ReadAsync(HttpRequest request, Task aborted)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var headers = request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
        return new(JsonElement.Parse(body.ToArray()), (int)body.Length, request.HttpContext.Connection.Id, headers, aborted);
    }
}
