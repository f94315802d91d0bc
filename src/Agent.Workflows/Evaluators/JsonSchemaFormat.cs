using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;

namespace PromptLab.Workflows.Evaluators;

/// <summary>The values of the keyword <c>format</c>, all of which are checked.</summary>
internal static class JsonSchemaFormat
{
    public static IReadOnlyList<string> All { get; } = ["date", "date-time", "time", "email", "uri", "uuid", "ipv4", "ipv6"];

    public static bool Fits(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => text.Length > 10 && text[10] is 'T' or 't' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _)
            && (text[^1] is 'Z' or 'z' || text[10..].AsSpan().ContainsAny('+', '-')),
        "time" => TimeOnly.TryParse(text.TrimEnd('Z', 'z'), CultureInfo.InvariantCulture, out _),
        "email" => MailAddress.TryCreate(text, out var address) && address.Address == text,
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out var uri) && text.StartsWith(uri.Scheme, StringComparison.OrdinalIgnoreCase),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "ipv4" => IPAddress.TryParse(text, out var four) && four.AddressFamily == AddressFamily.InterNetwork && four.ToString() == text,
        _ => IPAddress.TryParse(text, out var six) && six.AddressFamily == AddressFamily.InterNetworkV6,
    };
}
