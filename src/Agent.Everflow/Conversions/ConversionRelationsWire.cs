namespace PromptLab.Everflow.Conversions;

internal sealed class ConversionRelationsWire
{
    public ConversionOfferWire? Offer { get; set; }

    public ConversionPartnerWire? Affiliate { get; set; }

    public ConversionAdvertiserWire? Advertiser { get; set; }

    public ConversionLandingPageWire? OfferUrl { get; set; }
}

internal sealed class ConversionOfferWire
{
    public int NetworkOfferId { get; set; }

    public string? Name { get; set; }
}

internal sealed class ConversionPartnerWire
{
    public int NetworkAffiliateId { get; set; }

    public string? Name { get; set; }
}

internal sealed class ConversionAdvertiserWire
{
    public int NetworkAdvertiserId { get; set; }

    public string? Name { get; set; }
}

internal sealed class ConversionLandingPageWire
{
    public int NetworkOfferUrlId { get; set; }

    public string? Name { get; set; }
}
