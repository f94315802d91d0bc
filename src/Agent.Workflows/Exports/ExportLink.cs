using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PromptLab.Data.Exports;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// Links to files. The token is a signature over export, owner and expiry with a key of that export alone; it is asked for in
/// addition to the owner's own sign-in.
/// </summary>
public static class ExportLink
{
    /// <summary>Relative to the service's address; null when there is nothing to download.</summary>
    public static string? Of(ExportRow export) => export is { Status: ExportStatus.Ready, ExpiresAt: not null }
        ? $"/api/v1/exports/{export.Id}/download?token={Token(export)}"
        : null;

    /// <summary>Whether a token is this export's; its age is the caller's to look at.</summary>
    public static bool IsValid(ExportRow export, string? token) =>
        export.ExpiresAt is not null && token is { Length: > 0 }
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token(export)));

    private static string Token(ExportRow export)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{export.Id:N}|{export.Owner}|{export.ExpiresAt!.Value.ToUnixTimeSeconds()}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(Convert.FromHexString(export.LinkKey), Encoding.UTF8.GetBytes(signed)));
    }
}
