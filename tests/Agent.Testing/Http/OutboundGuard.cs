using System.Collections.Concurrent;
using System.Net;

namespace PromptLab.Testing.Http;

/// <summary>
/// Tests talk to this machine only. Everything that asks for another host through a default handler is stopped before a
/// connection is opened and fails with <see cref="NotSupportedException"/>, which no product code takes for a network fault.
/// </summary>
public sealed class OutboundGuard : IWebProxy
{
    // An exception in here would be swallowed and the request sent; a proxy of an impossible scheme is refused by the handler.
    private static readonly Uri Refusal = new("unregistered-outbound-http://stopped-by-the-tests");
    private static readonly ConcurrentQueue<string> Attempts = new();

    private OutboundGuard()
    {
    }

    /// <summary>Hosts that were asked for since the start of the process.</summary>
    public static IReadOnlyCollection<string> Stopped => [.. Attempts];

    public ICredentials? Credentials { get; set; }

    /// <summary>Called by a module initializer of every test project, before any handler looks for its proxy.</summary>
    public static void Install() => HttpClient.DefaultProxy = new OutboundGuard();

    public bool IsBypassed(Uri host) => host.IsLoopback;

    public Uri GetProxy(Uri destination)
    {
        Attempts.Enqueue(destination.Host);
        Console.Error.WriteLine($"Unregistered outbound HTTP to {destination.Host}");
        return Refusal;
    }
}
