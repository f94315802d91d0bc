using System.Globalization;
using System.Text.RegularExpressions;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Slack;

/// <summary>Seconds since 1970 and six digits of microseconds, <c>1736942400.123456</c>: in this form text sorts as time does.</summary>
public static partial class SlackTimestamp
{
    private const long Second = 1_000_000;

    public static string Of(DateTimeOffset time) => Of(InstantHandler.ToMicroseconds(time));

    public static string Of(long microseconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{microseconds / Second:0000000000}.{microseconds % Second:000000}");

    public static long Microseconds(DateTimeOffset time) => InstantHandler.ToMicroseconds(time);

    public static long Microseconds(string timestamp) => long.Parse(timestamp.Remove(10, 1), CultureInfo.InvariantCulture);

    public static bool IsOne(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>What happens in one person's conversation of a thread happens one after the other.</summary>
    public static string ThreadKey(string outsideId, string owner) => $"{outsideId} {owner}";

    [GeneratedRegex(@"^[0-9]{10}\.[0-9]{6}\z")]
    private static partial Regex Form();
}
