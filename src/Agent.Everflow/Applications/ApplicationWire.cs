using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Applications;

internal sealed class ApplicationWire
{
    public int NetworkApplicationId { get; set; }

    public int NetworkAffiliateId { get; set; }

    public int NetworkOfferId { get; set; }

    public string? ApplicationStatus { get; set; }

    public OfferApplication ToApplication() => new(
        NetworkApplicationId > 0 ? NetworkApplicationId : throw new JsonException("An application has no id."),
        NetworkAffiliateId,
        NetworkOfferId,
        ApplicationStatus switch
        {
            "pending" => Applications.ApplicationStatus.Pending,
            "approved" => Applications.ApplicationStatus.Approved,
            "rejected" => Applications.ApplicationStatus.Rejected,
            _ => Applications.ApplicationStatus.Unknown,
        });

    public static string? StatusName(ApplicationStatus? status) => status switch
    {
        Applications.ApplicationStatus.Pending => "pending",
        Applications.ApplicationStatus.Approved => "approved",
        Applications.ApplicationStatus.Rejected => "rejected",
        _ => null,
    };
}

internal sealed class ApplicationPageWire
{
    public ApplicationWire?[]? Applications { get; set; }

    public PagingWire? Paging { get; set; }
}
