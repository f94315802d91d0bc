using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Slack's signature, version 0 (https://docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const string Version = "v0";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Whether the body, byte for byte, was signed with the secret less than five minutes ago.</summary>
    public static bool IsValid(string secret, IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var timestamp = headers[TimestampHeader].ToString();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Window.TotalSeconds)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        var expected = $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(headers[Header].ToString()));
    }
}
