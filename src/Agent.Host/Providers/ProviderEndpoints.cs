using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Conversations;
using PromptLab.Planner.Providers;

namespace PromptLab.Host.Providers;

internal static class ProviderEndpoints
{
    public static IEndpointRouteBuilder MapProviders(this IEndpointRouteBuilder api)
    {
        api.MapGet("/providers", ListAsync).WithName("ListProviders").WithTags("Providers")
            .WithSummary("The configured providers, their models, and whether they answer")
            .WithDescription("Each provider is asked for its models at most once a minute.");
        return api;
    }

    private static async Task<Ok<ListReply<ProviderDto>>> ListAsync(ProviderList providers, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListReply<ProviderDto>([.. (await providers.ReadAsync(cancellationToken)).Select(ProviderDto.Of)], null));
}
