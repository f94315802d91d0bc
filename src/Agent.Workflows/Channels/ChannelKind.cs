namespace PromptLab.Workflows.Channels;

public static class ChannelKind
{
    public const string Slack = "slack";
    public const string Webhook = "webhook";
}
