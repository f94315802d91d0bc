using System.Net.Http.Headers;
using System.Text.Json.Serialization.Metadata;
using PromptLab.Everflow.Quota;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Transport;

/// <summary>The way of all calls: builds the request, joins identical reads that are under way, and reads the reply.</summary>
internal sealed class EverflowGateway(Exchange exchange, EverflowOptions options, TimeProvider time)
{
    private readonly SharedReads _reads = new(time);
    private readonly string _baseAddress = options.BaseAddress.AbsoluteUri.TrimEnd('/') + '/';
    private long _writes;

    /// <summary>A reply that must be there.</summary>
    public async Task<TResult> ReadAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
        where TResult : class =>
        (await ShareAsync(call, false, reply, map, cancellationToken))!;

    /// <summary>A reply, or null where the API answers 404.</summary>
    public Task<TResult?> FindAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
        where TResult : class =>
        ShareAsync(call, true, reply, map, cancellationToken);

    /// <summary>A change that is answered with a value.</summary>
    public async Task<TResult> WriteAsync<TWire, TResult>(
        ApiCall call, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
        where TResult : class =>
        (await SendOnceAsync(call, response => Parse(response, reply, map), cancellationToken))!;

    /// <summary>A change that is answered with yes, no or nothing; a no is a failure.</summary>
    public async Task WriteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var isDone = await SendOnceAsync(call, static response => IsDone(response), cancellationToken);
        if (!isDone)
            throw new EverflowException(EverflowFailure.BadRequest, call.Operation, "Everflow answered a change with no.");
    }

    /// <summary>The body as it arrives.</summary>
    public async Task<Stream> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call, OwnNotice(), isRead: true, isStreamed: true);
        var stream = await exchange.RunAsync(
            request, response => new ExportStream(response, request.Lease, call.Operation, options.AttemptTimeout, time), cancellationToken);
        return stream!;
    }

    private async Task<T?> SendOnceAsync<T>(ApiCall call, Func<HttpResponseMessage, T> read, CancellationToken cancellationToken)
    {
        using var request = Request(call, OwnNotice(), isRead: false);
        Interlocked.Increment(ref _writes);
        try
        {
            return await exchange.RunAsync(request, read, cancellationToken);
        }
        finally
        {
            Interlocked.Increment(ref _writes);
        }
    }

    private Task<TResult?> ShareAsync<TWire, TResult>(
        ApiCall call, bool mayBeMissing, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map, CancellationToken cancellationToken)
        where TWire : class
        where TResult : class
    {
        var key = new ReadKey(call.Path, call.Body, typeof(TResult), EverflowCall.CurrentPriority, Interlocked.Read(ref _writes));
        return _reads.RunAsync(key, ReadOnceAsync, EverflowCall.CurrentListener, cancellationToken);

        async Task<TResult?> ReadOnceAsync(WaitNotice notice, CancellationToken token)
        {
            using var request = Request(call, notice, isRead: true, mayBeMissing: mayBeMissing);
            return await exchange.RunAsync(request, response => Parse(response, reply, map), token);
        }
    }

    private static TResult Parse<TWire, TResult>(HttpResponseMessage response, JsonTypeInfo<TWire> reply, Func<TWire, TResult> map)
        where TWire : class =>
        map(LenientJson.Deserialize(((ReplyBody)response.Content).Bytes, reply));

    private static bool IsDone(HttpResponseMessage response) =>
        ((ReplyBody)response.Content).Bytes is not { IsEmpty: false } body
        || LenientJson.Deserialize(body, WireJson.Default.ResultWire).Result;

    private EverflowRequest Request(
        ApiCall call, WaitNotice notice, bool isRead, bool mayBeMissing = false, bool isStreamed = false)
    {
        var request = new EverflowRequest(call.Method, new(_baseAddress + call.Path))
        {
            Operation = call.Operation,
            IsReport = call.IsReport,
            IsRead = isRead,
            MayBeMissing = mayBeMissing,
            IsStreamed = isStreamed,
            Priority = EverflowCall.CurrentPriority,
            Notice = notice,
            Content = call.Body is { } body ? new ByteArrayContent(body) : null,
        };
        request.Headers.TryAddWithoutValidation("X-Eflow-API-Key", options.ApiKey);
        if (request.Content is not null)
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private WaitNotice OwnNotice()
    {
        var notice = new WaitNotice(time);
        notice.Join(EverflowCall.CurrentListener);
        return notice;
    }
}
