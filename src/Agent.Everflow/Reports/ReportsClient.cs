using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Reports;

/// <summary><c>/networks/reporting/entity/table</c>: aggregated reports and their files.</summary>
public sealed class ReportsClient
{
    private const string TablePath = "networks/reporting/entity/table";

    private readonly EverflowGateway _gateway;
    private readonly MetadataClient _metadata;
    private readonly EverflowOptions _options;

    internal ReportsClient(EverflowGateway gateway, MetadataClient metadata, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _metadata = metadata;
        _options = options.Value;
    }

    /// <summary>
    /// A report in the time zone and currency of the options. Where the API cuts it off at 10,000 rows it is asked again in
    /// pieces (days, then partners, then offers) and merged; <see cref="ReportTable.IsComplete"/> says whether that sufficed.
    /// </summary>
    /// <exception cref="EverflowException"><see cref="EverflowFailure.BadRequest"/> for a query that the API would refuse or
    /// misread; otherwise any failure.</exception>
    public async Task<ReportTable> GetTableAsync(ReportQuery query, CancellationToken cancellationToken)
    {
        const string operation = "reports.table";

        ReportRules.Check(operation, query, ReportRules.LongestTableDays);
        var zone = await _metadata.GetTimeZoneIdAsync(cancellationToken);
        var table = await AskAsync(operation, query, zone, cancellationToken);
        return table.IsComplete ? table : await SplitAsync(operation, query, table, zone, cancellationToken);
    }

    /// <summary>The same rows in pieces, each group in one of them, so that a report of any size needs the memory of one piece: as
    /// long as it has a column of dates, partners or offers to be cut along.</summary>
    /// <exception cref="EverflowException">As for the table.</exception>
    public async IAsyncEnumerable<ReportTable> ReadAsync(ReportQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string operation = "reports.pieces";

        ReportRules.Check(operation, query, ReportRules.LongestTableDays);
        var zone = await _metadata.GetTimeZoneIdAsync(cancellationToken);
        var reading = new ReportReading(
            (piece, token) => AskAsync(operation, piece, zone, token), (piece, cut, token) => SplitAsync(operation, piece, cut, zone, token));
        await foreach (var table in reading.ReadAsync(query, cancellationToken))
            yield return table;
    }

    /// <summary>The API's own file of a report, as it arrives: nothing is held back, and the caller disposes of it.
    /// An empty report can be an empty file.</summary>
    /// <exception cref="EverflowException">As for the table, also while reading the stream.</exception>
    public async Task<Stream> ExportTableAsync(ReportQuery query, ReportFormat format, CancellationToken cancellationToken)
    {
        const string operation = "reports.export";

        ReportRules.Check(operation, query);
        var body = ReportRequestWire.Of(query, await _metadata.GetTimeZoneIdAsync(cancellationToken), _options.Currency);
        body.Format = ReportRequestWire.FormatName(format);
        return await _gateway.OpenAsync(
            ApiCall.Post(operation, TablePath + "/export", body, WireJson.Default.ReportRequestWire), cancellationToken);
    }

    private Task<ReportTable> SplitAsync(
        string operation, ReportQuery query, ReportTable cut, int zone, CancellationToken cancellationToken) =>
        new SplitReport((piece, token) => AskAsync(operation, piece, zone, token), _options.SplitRequests)
            .ReadAsync(query, cut, cancellationToken);

    /// <summary>The API takes a year at most; a leap year is two reports added up.</summary>
    private async Task<ReportTable> AskAsync(string operation, ReportQuery query, int zone, CancellationToken cancellationToken)
    {
        var lastOfFirst = query.From.AddDays(ReportRules.LongestDays - 1);
        if (query.To <= lastOfFirst)
            return await AskYearAsync(operation, query, zone, cancellationToken);

        var first = await AskYearAsync(operation, query with { To = lastOfFirst }, zone, cancellationToken);
        var second = await AskYearAsync(operation, query with { From = lastOfFirst.AddDays(1) }, zone, cancellationToken);
        var rows = new MergedRows();
        rows.Add(first.Rows);
        rows.Add(second.Rows);
        return new(rows.ToRows(), first.IsComplete && second.IsComplete);
    }

    private Task<ReportTable> AskYearAsync(string operation, ReportQuery query, int zone, CancellationToken cancellationToken) =>
        _gateway.ReadAsync(
            ApiCall.Post(operation, TablePath, ReportRequestWire.Of(query, zone, _options.Currency), WireJson.Default.ReportRequestWire),
            WireJson.Default.ReportTableWire,
            static reply => reply.ToTable(),
            cancellationToken);
}
