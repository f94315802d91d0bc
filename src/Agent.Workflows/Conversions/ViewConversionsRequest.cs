using PromptLab.Everflow.Conversions;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Conversions;

/// <summary>A page of conversions on screen.</summary>
/// <param name="Status">Null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ViewConversionsRequest(DateRange Range, ConversionStatus? Status, int? OfferId, int? PartnerId, int Page);
