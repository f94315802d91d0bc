namespace PromptLab.Simulator.Metadata;

/// <summary>Currencies with what one euro buys of them; the network itself books everything in euro.</summary>
internal static class CurrencyList
{
    public static IReadOnlyDictionary<string, decimal> PerEuro { get; } = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["EUR"] = 1m, ["USD"] = 1.08m, ["GBP"] = 0.84m, ["CAD"] = 1.48m, ["AUD"] = 1.65m, ["CHF"] = 0.94m, ["PLN"] = 4.3m, ["SEK"] = 11.4m, ["DKK"] = 7.46m, ["JPY"] = 162m,
    };
}
