using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

/// <summary>
/// Events of a turn, or of a feed, as Server-Sent Events. Written by hand because the framework's result knows no comments, which the heartbeat
/// needs, and flushes every event on its own, where a burst can go out as one.
/// </summary>
internal sealed class TurnEventStream(IAsyncEnumerable<TurnEventBatch> batches) : IResult
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public TurnEventStream(Guid turn, IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches)
        : this($"{turn}.", batches)
    {
    }

    public TurnEventStream(string idPrefix, IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches)
        : this(batches.Select(events => new TurnEventBatch(idPrefix, events)))
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        response.BodyWriter.Write("retry: 2000\n\n"u8);
        try
        {
            await WriteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The viewer has gone; the turn goes on, and its events are kept.
        }
    }

    private async Task WriteAsync(HttpContext http)
    {
        var time = http.RequestServices.GetRequiredService<TimeProvider>();
        var output = http.Response.BodyWriter;
        await using var events = batches.GetAsyncEnumerator(http.RequestAborted);
        var next = events.MoveNextAsync().AsTask();
        try
        {
            while (await NextAsync(next, http, time))
            {
                foreach (var item in events.Current.Events)
                {
                    Write(output, events.Current.IdPrefix, item);
                }

                next = events.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // Whoever leaves in the middle of a wait: events may only be disposed when nothing asks for more of them.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await output.FlushAsync(http.RequestAborted);
    }

    private static async ValueTask<bool> NextAsync(Task<bool> next, HttpContext http, TimeProvider time)
    {
        if (next.IsCompleted)
        {
            return await next;
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        while (true)
        {
            try
            {
                return await next.WaitAsync(Heartbeat, time, http.RequestAborted);
            }
            catch (TimeoutException)
            {
                http.Response.BodyWriter.Write(": still here\n\n"u8);
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }
    }

    private static void Write(PipeWriter output, string idPrefix, TurnEvent item)
    {
        output.Write("id: "u8);
        Encoding.ASCII.GetBytes(idPrefix, output);
        var number = output.GetSpan(20);
        item.Sequence.TryFormat(number, out var digits, provider: CultureInfo.InvariantCulture);
        output.Advance(digits);
        output.Write("\ndata: "u8);
        Encoding.UTF8.GetBytes(item.Json, output);
        output.Write("\n\n"u8);
    }
}
