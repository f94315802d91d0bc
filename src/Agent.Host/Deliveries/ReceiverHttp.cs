using System.Diagnostics;
using System.Net;

namespace PromptLab.Host.Deliveries;

/// <summary>Connections to those who receive messages: no cookies, no redirects, no trace of ours.</summary>
internal sealed class ReceiverHttp : IDisposable
{
    // A company proxy cannot reach a receiver on this machine.
    private readonly HttpClient _near = Create(useProxy: false);
    private readonly HttpClient _far = Create(useProxy: true);

    /// <summary>Answers as soon as the head of the reply is there.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (request.RequestUri!.IsLoopback ? _near : _far).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>Null when the receiver did not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage reply, DateTimeOffset now) => reply.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    public void Dispose()
    {
        _near.Dispose();
        _far.Dispose();
    }

    private static HttpClient Create(bool useProxy) => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        UseProxy = useProxy,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
