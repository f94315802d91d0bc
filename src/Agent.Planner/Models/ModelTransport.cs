namespace PromptLab.Planner.Models;

/// <summary>The connections to one provider, below its SDK. Time limits are kept above it, where a stream's silence is seen.</summary>
internal static class ModelTransport
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient Create(TimeProvider time) =>
        new(new ModelErrorHandler(time, new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
