using PromptLab.Everflow.Quota;

namespace PromptLab.Everflow.Transport;

/// <summary>A request with what the handlers need to know of it.</summary>
internal sealed class EverflowRequest(HttpMethod method, Uri address) : HttpRequestMessage(method, address)
{
    public required string Operation { get; init; }

    public required bool IsReport { get; init; }

    /// <summary>Changes nothing in the network, whatever its method, and may therefore be repeated.</summary>
    public required bool IsRead { get; init; }

    /// <summary>404 is an answer, not a failure.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>The caller reads the body as it arrives.</summary>
    public bool IsStreamed { get; init; }

    public required EverflowPriority Priority { get; init; }

    public required WaitNotice Notice { get; init; }

    /// <summary>For a streamed reply: held until the stream is closed.</summary>
    public QuotaLease? Lease { get; set; }
}
