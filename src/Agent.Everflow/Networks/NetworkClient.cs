using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Networks;

/// <summary><c>/networks</c>: the cheapest call that proves a key.</summary>
public sealed class NetworkClient
{
    private readonly EverflowGateway _gateway;

    internal NetworkClient(EverflowGateway gateway) => _gateway = gateway;

    /// <summary>The account of the key.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<NetworkAccount> GetAsync(CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Get("network.get", "networks"), WireJson.Default.NetworkAccountWire, static reply => reply.ToAccount(), cancellationToken);
}
