using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Ids in the form that Slack's clients expect.</summary>
internal static class SlackNames
{
    public const string Team = "T0PROMPTLAB";
    public const string TeamName = "PromptLab";

    /// <summary>The agent as a user, as a bot, and as an app.</summary>
    public const string Agent = "U0PROMPTLAB";

    public const string Bot = "B0PROMPTLAB";
    public const string App = "A0PROMPTLAB";

    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Always the same for the same owner.</summary>
    public static string User(string owner) =>
        "U" + string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(owner)).Take(10).Select(value => Letters[value % Letters.Length]));
}
