using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Simulator.Traffic;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Conversions;

internal static class ConversionEndpoints
{
    public static void MapConversions(this IEndpointRouteBuilder networks)
    {
        networks.MapPost("/reporting/conversions", PageAsync);
        networks.MapPost("/reporting/conversions/summary", SummaryAsync);
        networks.MapPost("/reporting/conversions/export", ExportAsync);
        networks.MapGet("/reporting/conversions/{id}", Find);
        networks.MapPatch("/reporting/conversions", DecideManyAsync);
        networks.MapPatch("/reporting/conversions/{transactionId}", DecideOneAsync);
    }

    private static async Task<Ok<ConversionListReply>> PageAsync(
        SimulatedNetwork network, ConversionIds ids, ConversionScan scan, ConversionPayloads payloads, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var page = PageRequest.From(request, body);
        var (rows, total) = ConversionPages.Cut(scan.Days(ConversionRequest.Read(body, network, ids)), page);
        return TypedResults.Ok(new ConversionListReply([.. rows.Select(row => payloads.Of(row.Day, row.Fact))], page.Of(total)));
    }

    private static async Task<Ok<ConversionSummary>> SummaryAsync(
        SimulatedNetwork network, ConversionIds ids, ConversionScan scan, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        return TypedResults.Ok(ConversionSummary.Of(network, scan.Days(ConversionRequest.Read(body, network, ids)).Select(day => day.Facts)));
    }

    private static async Task ExportAsync(SimulatedNetwork network, ConversionIds ids, ConversionScan scan, ConversionPayloads payloads, HttpContext http)
    {
        var body = await WireBody.ReadAsync(http.Request, http.RequestAborted);
        var request = ConversionRequest.Read(body, network, ids);
        var format = ExportFile.FormatOf(body);
        var fields = ConversionExportFields.Chosen(body);
        var file = new ExportFile(http.Response, format, [.. fields.Select(field => field.Name)]);
        file.Begin($"conversions_{request.Period.From:yyyyMMdd}_{request.Period.To:yyyyMMdd}");
        foreach (var (day, facts) in scan.Days(request))
        {
            foreach (var fact in ConversionPages.NewestFirst(facts))
            {
                var row = new ConversionExportRow(payloads.Of(day, fact), request.Period.Zone);
                await file.AddAsync([.. fields.Select(field => field.Value(row))], http.RequestAborted);
            }
        }
    }

    private static Ok<ConversionPayload> Find(ConversionIds ids, ConversionScan scan, ConversionPayloads payloads, string id) =>
        ids.Parse(id) is { } key && scan.Find(key) is { } found ? TypedResults.Ok(payloads.Of(found.Day, found.Fact)) : throw RefusedException.NotFound();

    /// <summary>Accepts unknown ids as well: the change is asynchronous, so success is only a promise.</summary>
    private static async Task<Ok<ResultReply>> DecideManyAsync(ConversionIds ids, ConversionChanges changes, HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await WireBody.ReadAsync(request, cancellationToken);
        var status = Decision(body);
        var asked = body.Texts("conversion_ids");
        if (asked.Count == 0) throw RefusedException.BadRequest("conversion_ids is required");
        foreach (var key in asked.Select(ids.Parse).OfType<ConversionKey>()) changes.Set(key, status);
        return TypedResults.Ok(ResultReply.Done);
    }

    private static async Task<Ok<ResultReply>> DecideOneAsync(
        ConversionIds ids, ConversionChanges changes, string transactionId, HttpRequest request, CancellationToken cancellationToken)
    {
        var status = Decision(await WireBody.ReadAsync(request, cancellationToken));
        if (ids.Parse(transactionId) is not { } key) throw RefusedException.NotFound();
        changes.Set(key, status);
        return TypedResults.Ok(ResultReply.Done);
    }

    private static ConversionStatus Decision(WireBody body) =>
        WireJson.TryWord(body.Text("conversion_status"), out ConversionStatus status) && status is ConversionStatus.Approved or ConversionStatus.Rejected
            ? status
            : throw RefusedException.BadRequest("conversion_status must be approved or rejected");

    private sealed record ConversionListReply(IReadOnlyList<ConversionPayload> Conversions, Paging Paging);
}
