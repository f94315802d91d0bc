using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PromptLab.Data.Audit;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Plugins.PendingActions;

namespace PromptLab.Host.Audit;

internal static class AuditEndpoints
{
    public static IEndpointRouteBuilder MapAudit(this IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", ListAsync)
            .WithName("ListAudit")
            .WithTags("Audit")
            .WithSummary("Every step of every write, newest first: yours, and with the right to approve everybody's")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        return api;
    }

    private static async Task<Results<Ok<ListReply<AuditDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, AuditRepository audit, IOptions<ApprovalOptions> options, CancellationToken cancellationToken,
        [Description("First moment, inclusive.")] DateTimeOffset? from = null,
        [Description("First moment that is no longer meant.")] DateTimeOffset? to = null,
        string? action = null, [Description("Partner id.")] int? partner = null, [Description("Offer id.")] int? offer = null,
        string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        var person = http.User.Owner();
        var query = new AuditQuery(options.Value.IsApprover(person) ? null : person, from, to, action, partner, offer);
        return TypedResults.Ok(ListReply<AuditDto>.Of(await audit.ListAsync(query, cursor, limit, cancellationToken), AuditDto.Of));
    }
}
