using System.Globalization;
using PromptLab.Everflow.Conversions;

namespace PromptLab.Workflows.Exports;

/// <summary>What Everflow counts for the requests of a row-level report, without reading a row.</summary>
/// <param name="HasSeveralCurrencies">The amounts mix currencies.</param>
internal sealed record ConversionSums(long Rows, decimal Payout, decimal Revenue, bool HasSeveralCurrencies)
{
    public ExportTotals Totals => new(Rows, null, null, Payout, Revenue);

    public static async Task<ConversionSums> AskAsync(
        ConversionsClient conversions, IReadOnlyList<ConversionQuery> queries, CancellationToken cancellationToken)
    {
        var sums = new ConversionSums(0, 0, 0, false);
        foreach (var query in queries)
        {
            var part = await conversions.GetSummaryAsync(query, cancellationToken);
            sums = new(
                sums.Rows + part.Total, sums.Payout + part.Payout, sums.Revenue + part.Revenue, sums.HasSeveralCurrencies || part.HasSeveralCurrencies);
        }

        return sums;
    }

    /// <summary>Says where a file and Everflow's own count differ; nothing where they agree.</summary>
    public IEnumerable<string> Differences(ExportTotals file)
    {
        if (file.Rows != Rows)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Everflow counts {Rows:N0} rows for this request and the file has {file.Rows:N0}: conversions came in or changed while it was written.");
        }
        else if (!HasSeveralCurrencies && (Math.Abs(file.Payout - Payout) >= 0.01m || Math.Abs(file.Revenue - Revenue) >= 0.01m))
        {
            yield return "Everflow's own sums of payout or revenue differ from the sums of the rows in this file.";
        }

        if (HasSeveralCurrencies)
        {
            yield return "The amounts are in several currencies, each in that of its offer; see the column currency.";
        }
    }
}
