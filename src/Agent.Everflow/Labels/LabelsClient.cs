using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Labels;

/// <summary><c>/networks/labels</c>.</summary>
public sealed class LabelsClient
{
    private readonly EverflowGateway _gateway;

    internal LabelsClient(EverflowGateway gateway) => _gateway = gateway;

    /// <summary>What a label is attached to, or null when there is no such label.</summary>
    /// <exception cref="EverflowException">Any other failure.</exception>
    public Task<Label?> FindAsync(string label, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(label)
            ? Task.FromResult<Label?>(null)
            : _gateway.FindAsync(
                ApiCall.Get("labels.find", $"networks/labels/{Uri.EscapeDataString(label)}"),
                WireJson.Default.LabelWire,
                static reply => reply.ToLabel(),
                cancellationToken);

    /// <summary>All labels.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public Task<IReadOnlyList<Label>> ListAsync(CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Get("labels.list", "networks/labels"),
            WireJson.Default.LabelPageWire,
            static reply => ListPage<Label>.Of(reply.Labels, label => label.ToLabel(), null).Items,
            cancellationToken);
}
