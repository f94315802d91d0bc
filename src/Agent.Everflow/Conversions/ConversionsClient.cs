using Microsoft.Extensions.Options;
using PromptLab.Everflow.Metadata;
using PromptLab.Everflow.Reports;
using PromptLab.Everflow.Transport;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Conversions;

/// <summary><c>/networks/reporting/conversions</c>: conversions row by row, their summary and their file.</summary>
public sealed class ConversionsClient
{
    private const string RowsPath = "networks/reporting/conversions";

    private readonly EverflowGateway _gateway;
    private readonly MetadataClient _metadata;
    private readonly EverflowOptions _options;

    internal ConversionsClient(EverflowGateway gateway, MetadataClient metadata, IOptions<EverflowOptions> options)
    {
        _gateway = gateway;
        _metadata = metadata;
        _options = options.Value;
    }

    /// <summary>One page as the API has it now; for a screen. Pages of a live report overlap, see <see cref="ListAsync"/>.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">1 to 2,000.</param>
    /// <exception cref="EverflowException">Any failure.</exception>
    public async Task<ConversionPage> GetPageAsync(ConversionQuery query, int page, int pageSize, CancellationToken cancellationToken)
    {
        const string operation = "conversions.page";

        if (page < 1 || pageSize is < 1 or > 2000)
            throw new EverflowException(EverflowFailure.BadRequest, operation, "Pages count from 1 and have 1 to 2,000 rows.");

        var body = await BodyAsync(operation, query, cancellationToken);
        return await _gateway.ReadAsync(
            ApiCall.Post(operation, $"{RowsPath}?page={page}&page_size={pageSize}", body, WireJson.Default.ConversionRequestWire),
            WireJson.Default.ConversionPageWire,
            reply => reply.ToPage(page, pageSize),
            cancellationToken);
    }

    /// <summary>All rows, each once; read again where the count does not fit the API's total.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public async Task<ConversionList> ListAsync(ConversionQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<Conversion>();
        var isComplete = true;
        await foreach (var batch in ReadAsync(query, cancellationToken))
        {
            rows.AddRange(batch.Rows);
            isComplete &= batch.IsComplete;
        }

        return new(rows, isComplete);
    }

    /// <summary>The same rows in pieces, so that a long report needs the memory of its fullest day only.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public IAsyncEnumerable<ConversionBatch> ReadAsync(ConversionQuery query, CancellationToken cancellationToken) =>
        new ConversionReading(GetPageAsync, _options.PageSize).ReadAsync(query, cancellationToken);

    /// <summary>Counts by status and sums of the whole range, computed by the API.</summary>
    /// <exception cref="EverflowException">Any failure.</exception>
    public async Task<ConversionSummary> GetSummaryAsync(ConversionQuery query, CancellationToken cancellationToken)
    {
        const string operation = "conversions.summary";

        var body = await BodyAsync(operation, query, cancellationToken);
        return await _gateway.ReadAsync(
            ApiCall.Post(operation, RowsPath + "/summary", body, WireJson.Default.ConversionRequestWire),
            WireJson.Default.ConversionSummaryWire,
            static reply => reply.ToSummary(),
            cancellationToken);
    }

    /// <summary>The API's own file, as it arrives: nothing is held back, and the caller disposes of it.</summary>
    /// <param name="columns">API names in the order wanted; null asks for all.</param>
    /// <exception cref="EverflowException">Any failure, also while reading the stream.</exception>
    public async Task<Stream> ExportAsync(
        ConversionQuery query, ReportFormat format, IReadOnlyList<string>? columns, CancellationToken cancellationToken)
    {
        const string operation = "conversions.export";

        var body = await BodyAsync(operation, query, cancellationToken);
        body.Format = ReportRequestWire.FormatName(format);
        body.Columns = columns;
        return await _gateway.OpenAsync(
            ApiCall.Post(operation, RowsPath + "/export", body, WireJson.Default.ConversionRequestWire), cancellationToken);
    }

    private async ValueTask<ConversionRequestWire> BodyAsync(string operation, ConversionQuery query, CancellationToken cancellationToken)
    {
        ConversionRules.Check(operation, query);
        return ConversionRequestWire.Of(query, await _metadata.GetTimeZoneIdAsync(cancellationToken), _options.Currency);
    }
}
