using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>The aggregated reports: three views of one computation, and the file.</summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder networks)
    {
        networks.MapPost("/reporting/entity", EntityAsync);
        networks.MapPost("/reporting/entity/table", TableAsync);
        networks.MapPost("/reporting/entity/summary", SummaryAsync);
        networks.MapPost("/reporting/entity/table/export", ExportAsync);
    }

    private static async Task TableAsync(SimulatedNetwork network, ReportBuilder builder, HttpContext http)
    {
        var body = await WireBody.ReadAsync(http.Request, http.RequestAborted);
        var report = builder.Build(body, needsColumns: true);
        await Json(network, http).WriteTableAsync(report, http.RequestAborted);
    }

    private static async Task EntityAsync(SimulatedNetwork network, ReportBuilder builder, HttpContext http)
    {
        var body = await WireBody.ReadAsync(http.Request, http.RequestAborted);
        var report = builder.Build(body, needsColumns: true);
        await Json(network, http).WriteEntityAsync(report, builder.ByDay(report.Request), http.RequestAborted);
    }

    private static async Task SummaryAsync(SimulatedNetwork network, ReportBuilder builder, HttpContext http)
    {
        var body = await WireBody.ReadAsync(http.Request, http.RequestAborted);
        var report = builder.Build(body, needsColumns: false);
        await Json(network, http).WriteSummaryAsync(report, http.RequestAborted);
    }

    private static async Task ExportAsync(SimulatedNetwork network, ReportBuilder builder, HttpContext http)
    {
        var body = await WireBody.ReadAsync(http.Request, http.RequestAborted);
        var format = ExportFile.FormatOf(body);
        await new ReportExport(network, builder.Build(body, needsColumns: true)).WriteAsync(http.Response, format, http.RequestAborted);
    }

    private static ReportWriter Json(SimulatedNetwork network, HttpContext http)
    {
        http.Response.ContentType = "application/json";
        return new ReportWriter(network, http.Response.BodyWriter);
    }
}
