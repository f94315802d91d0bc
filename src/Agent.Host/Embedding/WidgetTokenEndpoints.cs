using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.WidgetTokens;
using PromptLab.Host.Authentication;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Embedding;

internal static class WidgetTokenEndpoints
{
    private const int LongestUser = 100;

    public static IEndpointRouteBuilder MapWidgetTokens(this IEndpointRouteBuilder api)
    {
        api.MapPost("/widget-tokens", IssueAsync).WithTags("Widget").WithName("IssueWidgetToken")
            .WithSummary("A short-lived token for a page that shows the widget")
            .WithDescription("Called by the page's back end with an API key, which never reaches the page. The token opens what belongs to `owner`, and nothing else.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<Results<Created<WidgetTokenDto>, ProblemHttpResult>> IssueAsync(
        NewWidgetToken body, HttpContext http, WidgetTokenRepository tokens, IOptions<EmbeddingOptions> options, CancellationToken cancellationToken)
    {
        if (http.User.IsWidget())
        {
            return ApiProblem.Create(StatusCodes.Status403Forbidden, "token_not_enough", "A widget's token cannot make others. Use the API key of the page's back end.");
        }

        if (body.Origin is { } origin && !SiteOrigin.IsOne(origin))
        {
            return ApiProblem.Invalid("origin_invalid", "origin", SiteOrigin.Rule);
        }

        if (body.User is { } user && !IsUser(user))
        {
            return ApiProblem.Invalid("user_invalid", "user", $"user has 1 to {LongestUser} visible characters and is not {LocalUser.Owner}.");
        }

        var issuer = http.User.Owner();
        var owner = body.User is null ? issuer : options.Value.Minters.Contains(issuer) ? body.User : $"{issuer}/{body.User}";
        var lifetime = options.Value.TokenLifetime;
        var issued = await tokens.IssueAsync(owner, body.Origin, issuer, lifetime, cancellationToken);
        return TypedResults.Created((string?)null, new WidgetTokenDto(issued.Token, owner, issued.ExpiresAt, (int)lifetime.TotalSeconds));
    }

    /// <summary>The local user is whoever sits at this machine; nobody can be vouched for as that.</summary>
    private static bool IsUser(string user) =>
        user.Length is > 0 and <= LongestUser && user != LocalUser.Owner && user.Trim() == user && !user.Any(char.IsControl);
}
