namespace PromptLab.Data.Alerts;

/// <summary>What one run of a rule found, to be announced as far as it is new.</summary>
/// <param name="Day">The day of the findings' fingerprints.</param>
/// <param name="Entities">Who was found; rule, entity and day together are announced once.</param>
/// <param name="Content">What is said of those that are new. Only computes: it runs inside the transaction.</param>
/// <param name="Subscribers">Owners; <see cref="Everybody"/> for all who have a key and the local user.</param>
/// <param name="Channels"><see cref="Chat"/>, and names of configured channels.</param>
public sealed record NewAlert(
    AlertRuleView Rule,
    DateOnly Day,
    IReadOnlyList<string> Entities,
    Func<IReadOnlyList<string>, AlertContent> Content,
    IReadOnlyList<string> Subscribers,
    IReadOnlyList<string> Channels)
{
    public const string Everybody = "*";

    /// <summary>The subscribers' own conversations.</summary>
    public const string Chat = "chat";
}
