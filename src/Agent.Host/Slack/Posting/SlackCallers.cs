using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Authentication;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Finds out who calls: by the key in the header, as everywhere, or in the argument <c>token</c>, as Slack allows.</summary>
internal sealed class SlackCallers(ApiKeyRepository keys)
{
    /// <summary>The owner, or Slack's code of why there is none.</summary>
    public async Task<(string? Error, string Owner)> FindAsync(HttpContext http, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        var hasHeader = http.Request.Headers.Authorization.Count > 0;
        if (!hasHeader && arguments.TryGetValue("token", out var token) && token.Length > 0)
        {
            return await keys.FindOwnerAsync(token, cancellationToken) is { } owner ? (null, owner) : ("invalid_auth", "");
        }

        var known = await http.AuthenticateAsync(ApiKeyHandler.SchemeName);
        return known is { Succeeded: true, Principal: ClaimsPrincipal user } ? (null, user.Owner()) : (hasHeader ? "invalid_auth" : "not_authed", "");
    }
}
