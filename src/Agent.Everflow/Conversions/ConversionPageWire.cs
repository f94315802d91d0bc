using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Conversions;

internal sealed class ConversionPageWire
{
    public ConversionWire?[]? Conversions { get; set; }

    public PagingWire? Paging { get; set; }

    public ConversionPage ToPage(int page, int pageSize)
    {
        if (Conversions is null)
            throw new JsonException("The reply has no conversions.");

        Conversion[] rows = [.. Conversions.OfType<ConversionWire>().Select(conversion => conversion.ToConversion())];
        return new(rows, page, Paging is { PageSize: > 0 } ? Paging.PageSize : pageSize, Paging?.TotalCount ?? rows.Length);
    }
}
