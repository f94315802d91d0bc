using System.Security.Claims;

namespace PromptLab.Host.Authentication;

/// <summary>Somebody who came by the token of a page, not by a key of their own.</summary>
internal static class WidgetUser
{
    public const string Claim = "promptlab:widget";

    public static bool IsWidget(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Claim);
}
