using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.WidgetTokens;
using PromptLab.Host.OpenAi;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Authentication;

/// <summary>An API key, or a widget's token, identifies its owner; without one, a request from this very machine is the local user's.</summary>
internal sealed class ApiKeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    ApiKeyRepository keys, WidgetTokenRepository tokens, IOptions<AuthenticationSettings> settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    public const string LocalOwner = Data.ApiKeys.LocalUser.Owner;
    private const string Bearer = "Bearer ";

    private static readonly ClaimsPrincipal LocalUser = Principal(LocalOwner);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return IsLocal() ? Success(LocalUser) : AuthenticateResult.NoResult();
        }

        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Only Bearer keys are known.");
        }

        var key = header[Bearer.Length..].Trim();
        return key.StartsWith(WidgetTokenRepository.Mark, StringComparison.Ordinal) ? await ReadTokenAsync(key)
            : await keys.FindOwnerAsync(key, Context.RequestAborted) is { } owner ? Success(Principal(owner))
            : AuthenticateResult.Fail("The key is unknown or revoked.");
    }

    /// <summary>A token that was made for one site is of no use to a page of another one.</summary>
    private async Task<AuthenticateResult> ReadTokenAsync(string token) =>
        await tokens.FindAsync(token, Context.RequestAborted) is { } row
        && (row.Origin is null || !Request.Headers.TryGetValue(HeaderNames.Origin, out var origin) || origin == row.Origin)
            ? Success(Principal(row.Owner, new Claim(WidgetUser.Claim, "")))
            : AuthenticateResult.Fail("The token is unknown or has expired.");

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return (OpenAiError.IsFor(Request)
            ? OpenAiError.Unauthorized()
            : ApiProblem.Create(StatusCodes.Status401Unauthorized, "unauthorized", "Send a valid API key as Authorization: Bearer <key>.")).ExecuteAsync(Context);
    }

    /// <summary>
    /// A request that was passed on by a proxy, or that a page of another site made the browser send, is not local although it
    /// comes from this machine.
    /// </summary>
    private bool IsLocal() =>
        !settings.Value.RequireKey
        && Context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && !Request.Headers.ContainsKey("X-Forwarded-For") && !Request.Headers.ContainsKey("Forwarded")
        && IsLocalName(Request.Host.Host)
        && (!Request.Headers.TryGetValue(HeaderNames.Origin, out var origin)
            || string.Equals(origin, $"{Request.Scheme}://{Request.Host}", StringComparison.OrdinalIgnoreCase));

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static AuthenticateResult Success(ClaimsPrincipal user) => AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName));

    private static ClaimsPrincipal Principal(string owner, params Claim[] claims) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, owner), .. claims], SchemeName));
}
