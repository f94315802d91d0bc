using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Networks;

/// <summary>The documentation spells currency and time zone in two ways.</summary>
internal sealed class NetworkAccountWire
{
    public int NetworkId { get; set; }

    public string? Name { get; set; }

    public string? CurrencyId { get; set; }

    public string? DefaultCurrencyId { get; set; }

    public int TimezoneId { get; set; }

    public int ReportingTimezoneId { get; set; }

    public NetworkAccount ToAccount() => new(
        NetworkId > 0 ? NetworkId : throw new JsonException("The reply has no network."),
        Name ?? "",
        CurrencyId ?? DefaultCurrencyId,
        WireText.Id(TimezoneId) ?? WireText.Id(ReportingTimezoneId));
}
