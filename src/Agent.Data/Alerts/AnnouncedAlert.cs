namespace PromptLab.Data.Alerts;

/// <summary>What became of a <see cref="NewAlert"/>.</summary>
public abstract record AnnouncedAlert
{
    private AnnouncedAlert()
    {
    }

    /// <param name="Recipients">Owners whose conversation it was written into.</param>
    public sealed record Told(AlertRow Alert, IReadOnlyList<string> Recipients) : AnnouncedAlert;

    /// <summary>Everything was announced before.</summary>
    public sealed record Known : AnnouncedAlert;

    /// <summary>What was not announced before belongs to alerts that are snoozed.</summary>
    public sealed record Muted : AnnouncedAlert;
}
