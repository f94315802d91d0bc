using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PromptLab.Testing.Time;

namespace PromptLab.Testing.Http;

/// <summary>A real HTTP server on a loopback port that answers as a test says and remembers what it was asked.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<ScriptedRequest, ScriptedReply>> _routes = new();
    private readonly ConcurrentQueue<ScriptedRequest> _requests = new();
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ScriptedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri Address => new(_app.Urls.Single());

    public IReadOnlyList<ScriptedRequest> Requests => [.. _requests];

    public static async Task<ScriptedServer> StartAsync()
    {
        var server = new ScriptedServer();
        await server._app.StartAsync();
        return server;
    }

    /// <summary>One route's replies in turn; the last one is repeated.</summary>
    /// <param name="route">Method and path, such as <c>GET /v1/networks</c>.</param>
    public ScriptedServer On(string route, params ScriptedReply[] replies)
    {
        var next = -1;
        return On(route, _ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    /// <summary>One route's replies by what is asked.</summary>
    public ScriptedServer On(string route, Func<ScriptedRequest, ScriptedReply> reply)
    {
        _routes[route] = reply;
        return this;
    }

    /// <summary>Waits, in real time, until so many requests of a route have come in.</summary>
    public async Task RequestsOf(string route, int count)
    {
        while (true)
        {
            var asked = Volatile.Read(ref _asked).Task;
            if (_requests.Count(request => request.Route == route) >= count)
                return;
            await asked.WaitAsync(Patience.Longest);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new ScriptedRequest(
            $"{context.Request.Method} {context.Request.Path.Value}",
            context.Request.QueryString.Value ?? "",
            await reader.ReadToEndAsync(context.RequestAborted),
            new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value)));
        _requests.Enqueue(request);
        var reply = _routes.TryGetValue(request.Route, out var script)
            ? script(request)
            : ScriptedReply.Failure(404, "nothing is scripted for this route");
        Interlocked.Exchange(ref _asked, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        await SendAsync(context, reply);
    }

    private static async Task SendAsync(HttpContext context, ScriptedReply reply)
    {
        await reply.Until.WaitAsync(context.RequestAborted);
        var body = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            context.Response.Headers[name] = value;
        if (reply.Status == StatusCodes.Status204NoContent)
            return;

        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = body.Length;
        var head = Math.Min(reply.BreakAfter ?? reply.PauseAfter ?? body.Length, body.Length);
        await context.Response.Body.WriteAsync(body.AsMemory(0, head), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await reply.RestUntil.WaitAsync(context.RequestAborted);
        if (reply.BreakAfter is null)
            await context.Response.Body.WriteAsync(body.AsMemory(head), context.RequestAborted);
        else
            context.Abort();
    }
}
