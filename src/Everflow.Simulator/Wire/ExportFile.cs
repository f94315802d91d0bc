using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Globalization;

namespace PromptLab.Simulator.Wire;

/// <summary>An export on its way out: the response is the file itself, written row by row.</summary>
internal sealed class ExportFile(HttpResponse response, FileFormat format, IReadOnlyList<string> fields)
{
    private const int FlushRows = 200;
    private int _rows;

    public static FileFormat FormatOf(WireBody body) =>
        WireJson.TryWord(body.Text("format"), out FileFormat format) ? format : throw RefusedException.BadRequest("format must be csv or json");

    public void Begin(string name)
    {
        response.ContentType = format == FileFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{(format == FileFormat.Csv ? "csv" : "json")}\"";
        if (format == FileFormat.Csv) Write(CsvLine.Of(fields));
    }

    /// <param name="values">Text, numbers or booleans in the order of the fields.</param>
    public async ValueTask AddAsync(IReadOnlyList<object> values, CancellationToken cancellationToken)
    {
        Write(format == FileFormat.Csv ? CsvLine.Of(values.Select(CsvText)) : JsonLine(values));
        if (++_rows % FlushRows == 0) await response.BodyWriter.FlushAsync(cancellationToken);
    }

    private void Write(string line) => Encoding.UTF8.GetBytes(line, response.BodyWriter);

    private string JsonLine(IReadOnlyList<object> values)
    {
        var row = new JsonObject();
        for (var index = 0; index < fields.Count; index++) row[fields[index]] = JsonSerializer.SerializeToNode(values[index]);
        return row.ToJsonString() + "\n";
    }

    private static string CsvText(object value) => value switch
    {
        bool flag => flag ? "1" : "0",
        decimal money => money.ToString("0.00##", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
