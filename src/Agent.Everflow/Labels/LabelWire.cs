using System.Text.Json;

namespace PromptLab.Everflow.Labels;

internal sealed class LabelWire
{
    public string? Label { get; set; }

    public int[]? AdvertiserIds { get; set; }

    public int[]? OfferIds { get; set; }

    public int[]? AffiliateIds { get; set; }

    public Label ToLabel() => new(
        Label ?? throw new JsonException("The reply has no label."),
        AdvertiserIds ?? [],
        OfferIds ?? [],
        AffiliateIds ?? []);
}

internal sealed class LabelPageWire
{
    public LabelWire?[]? Labels { get; set; }
}
