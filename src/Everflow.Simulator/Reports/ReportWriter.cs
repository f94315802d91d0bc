using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using PromptLab.Simulator.Dimensions;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>Streams a report as the JSON of the entity endpoints, without holding it as text.</summary>
internal sealed class ReportWriter(SimulatedNetwork network, PipeWriter target)
{
    private const int FlushBytes = 1 << 16;

    public Task WriteTableAsync(Report report, CancellationToken cancellationToken) => WriteAsync(report, null, cancellationToken);

    /// <summary>Table, totals and the days of the range in one object.</summary>
    public Task WriteEntityAsync(Report report, Report byDay, CancellationToken cancellationToken) => WriteAsync(report, byDay, cancellationToken);

    public async Task WriteSummaryAsync(Report report, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(target, WireJson.Writer);
        json.WriteStartObject();
        MetricsWriter.WriteMembers(json, report.Totals, report.Request.Period.PerEuro);
        json.WriteEndObject();
        json.Flush();
        await target.FlushAsync(cancellationToken);
    }

    private async Task WriteAsync(Report report, Report? byDay, CancellationToken cancellationToken)
    {
        using var json = new Utf8JsonWriter(target, WireJson.Writer);
        json.WriteStartObject();
        json.WriteStartArray("table"u8);
        foreach (var row in report.Rows)
        {
            WriteRow(json, report, row);
            if (json.BytesPending > FlushBytes) await FlushAsync(json, cancellationToken);
        }
        json.WriteEndArray();
        if (byDay is not null) WriteSummaryAndPerformance(json, report, byDay);
        json.WriteBoolean("incomplete_results"u8, report.IsIncomplete);
        json.WriteEndObject();
        await FlushAsync(json, cancellationToken);
    }

    private async Task FlushAsync(Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        json.Flush();
        await target.FlushAsync(cancellationToken);
    }

    private void WriteRow(Utf8JsonWriter json, Report report, in ReportRow row)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns"u8);
        foreach (var column in report.Request.Columns) WriteColumn(json, report, row, column);
        json.WriteEndArray();
        WriteReporting(json, row.Metrics, report.Request.Period.PerEuro);
        json.WriteStartArray("usm_columns"u8);
        json.WriteEndArray();
        json.WriteStartArray("custom_metric_columns"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteColumn(Utf8JsonWriter json, Report report, in ReportRow row, Dimension? column)
    {
        var value = column?.Value(column.Code(network.Traffic.Streams[row.Stream])) ?? report.TimeOf(row);
        json.WriteStartObject();
        json.WriteString("column_type"u8, column?.Column ?? WireJson.Word(report.Request.TimeColumn));
        json.WriteString("id"u8, value.Id);
        json.WriteString("label"u8, value.Label);
        json.WriteEndObject();
    }

    private static void WriteSummaryAndPerformance(Utf8JsonWriter json, Report report, Report byDay)
    {
        json.WriteStartObject("summary"u8);
        MetricsWriter.WriteMembers(json, report.Totals, report.Request.Period.PerEuro);
        json.WriteEndObject();
        json.WriteStartArray("performance"u8);
        foreach (var day in byDay.Rows)
        {
            json.WriteStartObject();
            json.WriteNumber("unix"u8, byDay.Window.Buckets[day.Bucket].ToUnixTimeSeconds());
            WriteReporting(json, day.Metrics, report.Request.Period.PerEuro);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteReporting(Utf8JsonWriter json, in ReportMetrics metrics, decimal perEuro)
    {
        json.WriteStartObject("reporting"u8);
        MetricsWriter.WriteMembers(json, metrics, perEuro);
        json.WriteEndObject();
    }
}
