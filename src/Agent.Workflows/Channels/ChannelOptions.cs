namespace PromptLab.Workflows.Channels;

/// <summary>Where messages may go outside; one entry of the section <c>Channels</c>.</summary>
public sealed class ChannelOptions
{
    /// <summary><c>slack</c> for an incoming webhook of Slack, <c>webhook</c> for a signed one of your own.</summary>
    public string Kind { get; set; } = "";

    /// <summary>A secret by itself: never logged or shown.</summary>
    public Uri? Url { get; set; }

    /// <summary>Key of a webhook's signature.</summary>
    public string? Secret { get; set; }
}
