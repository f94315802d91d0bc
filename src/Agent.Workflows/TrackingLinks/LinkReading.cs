namespace PromptLab.Workflows.TrackingLinks;

/// <summary>What reading the network's state for a link gave.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    public sealed record Ready(LinkAccess Access) : LinkReading;

    public sealed record Refused(LinkRefusal Reason) : LinkReading;
}
