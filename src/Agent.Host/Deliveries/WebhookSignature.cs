using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Host.Deliveries;

/// <summary>
/// <c>X-PromptLab-Timestamp</c> is Unix time in seconds; <c>X-PromptLab-Signature</c> is <c>v1=</c> and the hexadecimal HMAC-SHA256,
/// under the channel's secret, of the timestamp, a full stop and the body's bytes. Receivers refuse timestamps older than they like.
/// </summary>
internal static class WebhookSignature
{
    public static void Add(HttpRequestMessage request, string body, string secret, DateTimeOffset now)
    {
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        request.Headers.Add("X-PromptLab-Timestamp", timestamp);
        request.Headers.Add("X-PromptLab-Signature", $"v1={Convert.ToHexStringLower(signature)}");
    }
}
