using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Deliveries;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Deliveries;

internal static class DeliveryEndpoints
{
    public static IEndpointRouteBuilder MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/deliveries", ListAsync).WithTags("Deliveries").ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithName("ListDeliveries").WithSummary("Messages for channels outside, newest first, without their contents");
        return api;
    }

    private static async Task<Results<Ok<ListReply<DeliveryDto>>, ProblemHttpResult>> ListAsync(
        DeliveryRepository deliveries, CancellationToken cancellationToken,
        [Description("pending, delivered or failed.")] string? status = null, string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (status is not (null or DeliveryStatus.Pending or DeliveryStatus.Delivered or DeliveryStatus.Failed))
        {
            return ApiProblem.Invalid("status_invalid", "status", "status is pending, delivered or failed.");
        }

        return TypedResults.Ok(ListReply<DeliveryDto>.Of(await deliveries.ListAsync(status, cursor, limit, cancellationToken), DeliveryDto.Of));
    }
}
