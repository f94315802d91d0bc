using System.Runtime.CompilerServices;
using PromptLab.Everflow.Conversions;

namespace PromptLab.Workflows.Exports;

/// <summary>The rows of a row-level report between two looks at Everflow's own count of them.</summary>
internal sealed class ConversionReading
{
    private readonly ConversionsClient _conversions;
    private readonly ExportReportRequest _request;
    private readonly IReadOnlyList<ConversionQuery> _queries;
    private readonly ConversionSums _before;
    private readonly int _windowRows;
    private long _rows;
    private decimal _payout;
    private decimal _revenue;

    private ConversionReading(
        ConversionsClient conversions, ExportReportRequest request, IReadOnlyList<ConversionQuery> queries, ConversionSums before, int windowRows) =>
        (_conversions, _request, _queries, _before, _windowRows) = (conversions, request, queries, before, windowRows);

    /// <exception cref="ExportException">There are more rows than a file may have.</exception>
    public static async Task<ConversionReading> BeginAsync(
        ConversionsClient conversions, ReportFilters filters, ExportOptions options, ExportReportRequest request, CancellationToken cancellationToken)
    {
        var queries = ConversionQueries.Of(request.Type, request.Range.From, request.Range.To, await filters.OfAsync(request, cancellationToken));
        var sums = await ConversionSums.AskAsync(conversions, queries, cancellationToken);
        return sums.Rows > options.MaxRows
            ? throw ExportException.TooManyRows(options.MaxRows)
            : new ConversionReading(conversions, request, queries, sums, options.WindowRows);
    }

    public async IAsyncEnumerable<ConversionLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new ConversionStream(_conversions, _windowRows);
        await foreach (var line in stream.ReadAsync(_queries, _request.Range, _before.Rows, cancellationToken))
        {
            _rows++;
            _payout += line.Payout;
            _revenue += line.Revenue;
            yield return line;
        }
    }

    public async Task<ExportContent> EndAsync(CancellationToken cancellationToken)
    {
        var file = new ExportTotals(_rows, null, null, _payout, _revenue);
        var source = file == _before.Totals ? _before : await ConversionSums.AskAsync(_conversions, _queries, cancellationToken);
        return new ExportContent(file, source.Totals, [.. source.Differences(file)]);
    }
}
