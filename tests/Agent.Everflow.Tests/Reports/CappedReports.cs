using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Reports;

/// <summary>A small network whose reports are cut off after a few rows, as the real ones are after 10,000.</summary>
internal sealed class CappedReports(int mostRows)
{
    private readonly List<Click> _clicks = [];

    /// <summary>Whether a report that was cut off says so.</summary>
    public bool SaysIncomplete { get; init; } = true;

    public CappedReports Add(DateOnly day, int partner, int offer, string sub, int clicks)
    {
        _clicks.Add(new(day, partner, offer, sub, clicks));
        return this;
    }

    public ScriptedReply Answer(ScriptedRequest request)
    {
        var body = JsonNode.Parse(request.Body)!;
        var columns = body["columns"]!.AsArray().Select(column => column!["column"]!.GetValue<string>()).ToArray();
        var rows = _clicks
            .Where(click => click.Day >= Day(body["from"]) && click.Day <= Day(body["to"]))
            .Where(click => Allowed(body, "affiliate", click.Partner) && Allowed(body, "offer", click.Offer))
            .GroupBy(click => string.Join('|', columns.Select(click.Value)))
            .ToArray();
        var table = new JsonArray([.. rows.Take(mostRows).Select(row => Row(columns, row.Key.Split('|'), row.Sum(click => click.Clicks)))]);
        return ScriptedReply.Json(
            new JsonObject { ["table"] = table, ["incomplete_results"] = SaysIncomplete && rows.Length > mostRows }.ToJsonString());
    }

    private static DateOnly Day(JsonNode? text) => DateOnly.ParseExact(text!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool Allowed(JsonNode body, string resource, int id)
    {
        var values = body["query"]!["filters"]!.AsArray()
            .Where(filter => filter!["resource_type"]!.GetValue<string>() == resource)
            .Select(filter => filter!["filter_id_value"]!.GetValue<string>())
            .ToArray();
        return values.Length == 0 || values.Contains(id.ToString(CultureInfo.InvariantCulture));
    }

    private static JsonObject Row(string[] columns, string[] ids, int clicks) => new JsonObject
    {
        ["columns"] = new JsonArray(
            [.. columns.Zip(ids, (column, id) => new JsonObject { ["column_type"] = column, ["id"] = id, ["label"] = $"{column} {id}" })]),
        ["reporting"] = new JsonObject { ["total_click"] = clicks, ["revenue"] = clicks * 0.5m },
    };

    private sealed record Click(DateOnly Day, int Partner, int Offer, string Sub, int Clicks)
    {
        public string Value(string column) => column switch
        {
            "affiliate" => Partner.ToString(CultureInfo.InvariantCulture),
            "offer" => Offer.ToString(CultureInfo.InvariantCulture),
            "date" => Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            _ => Sub,
        };
    }
}
