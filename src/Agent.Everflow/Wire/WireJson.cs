using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PromptLab.Everflow.Applications;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Labels;
using PromptLab.Everflow.LandingPages;
using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Networks;
using PromptLab.Everflow.Offers;
using PromptLab.Everflow.Partners;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.TrackingLinks;
using PromptLab.Everflow.Visibility;

namespace PromptLab.Everflow.Wire;

/// <summary>Generated serializers of all wire types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(LooseDecimal), typeof(LooseLong), typeof(LooseInt), typeof(LooseBool), typeof(LooseText)])]
[JsonSerializable(typeof(ReportRequestWire))]
[JsonSerializable(typeof(ReportTableWire))]
[JsonSerializable(typeof(ConversionRequestWire))]
[JsonSerializable(typeof(ConversionPageWire))]
[JsonSerializable(typeof(ConversionSummaryWire))]
[JsonSerializable(typeof(TableSearchWire))]
[JsonSerializable(typeof(OfferPageWire))]
[JsonSerializable(typeof(LandingPagePageWire))]
[JsonSerializable(typeof(PartnerPageWire))]
[JsonSerializable(typeof(OfferPartnersWire))]
[JsonSerializable(typeof(PartnerVisibilityWire))]
[JsonSerializable(typeof(ApplicationSearchWire))]
[JsonSerializable(typeof(ApplicationPageWire))]
[JsonSerializable(typeof(ApplicationPatchWire))]
[JsonSerializable(typeof(LabelPageWire))]
[JsonSerializable(typeof(LabelWire))]
[JsonSerializable(typeof(TrackingLinkRequestWire))]
[JsonSerializable(typeof(TrackingLinkWire))]
[JsonSerializable(typeof(TimeZonesWire))]
[JsonSerializable(typeof(CountriesWire))]
[JsonSerializable(typeof(CurrenciesWire))]
[JsonSerializable(typeof(NetworkAccountWire))]
[JsonSerializable(typeof(ResultWire))]
[ExcludeFromCodeCoverage(Justification = "Generated.")]
internal sealed partial class WireJson : JsonSerializerContext;
