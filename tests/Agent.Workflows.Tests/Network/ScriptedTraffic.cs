using System.Globalization;
using System.Text.Json.Nodes;

namespace PromptLab.Workflows.Tests.Network;

/// <summary>Rows of traffic, and the reports over them as the API gives them: filtered, grouped, and cut off at 10,000 rows.</summary>
internal sealed class ScriptedTraffic
{
    private const int MostRows = 10_000;
    private readonly List<(DateOnly Day, int Partner, int Offer, int Page, string Country, long Clicks, long Conversions, decimal Revenue)> _rows = [];
    private readonly Dictionary<int, string> _pages = new() { [0] = "Default" };

    /// <summary>Whether a filter by landing page finds anything; the API does not say.</summary>
    public bool FiltersPages { get; init; } = true;

    public ScriptedTraffic Page(int id, string name)
    {
        _pages[id] = name;
        return this;
    }

    public ScriptedTraffic Add(
        DateOnly day, int partner, long clicks, long conversions = 0, decimal revenue = 0, int offer = 1, int page = 0, string country = "Germany")
    {
        _rows.Add((day, partner, offer, page, country, clicks, conversions, revenue));
        return this;
    }

    public IEnumerable<JsonObject> Report(JsonObject query)
    {
        var columns = query["columns"]!.AsArray().Select(column => (string)column!["column"]!).ToArray();
        var (from, to) = (DateOnly.Parse((string)query["from"]!, CultureInfo.InvariantCulture), DateOnly.Parse((string)query["to"]!, CultureInfo.InvariantCulture));
        var filters = query["query"]?["filters"]?.AsArray().ToLookup(filter => (string)filter!["resource_type"]!, filter => (string)filter!["filter_id_value"]!);
        return _rows
            .Where(row => row.Day >= from && row.Day <= to && Passes("affiliate", row.Partner) && Passes("offer", row.Offer) && Passes("offer_url", FiltersPages ? row.Page : -1))
            .GroupBy(row => string.Join('|', columns.Select(column => Cell(column, row).Id)))
            .Select(group => new JsonObject
            {
                ["columns"] = new JsonArray([.. columns.Select(column => (column, cell: Cell(column, group.First()))).Select(pair =>
                    new JsonObject { ["column_type"] = pair.column, ["id"] = pair.cell.Id, ["label"] = pair.cell.Label })]),
                ["reporting"] = new JsonObject
                {
                    ["total_click"] = group.Sum(row => row.Clicks), ["cv"] = group.Sum(row => row.Conversions), ["revenue"] = group.Sum(row => row.Revenue),
                },
            })
            .Take(MostRows);

        bool Passes(string type, int id) => filters is null || !filters.Contains(type) || filters[type].Contains(id.ToString(CultureInfo.InvariantCulture));
    }

    private (string Id, string Label) Cell(string column, (DateOnly Day, int Partner, int Offer, int Page, string Country, long, long, decimal) row) => column switch
    {
        "affiliate" => ($"{row.Partner}", $"Partner {row.Partner}"),
        "offer" => ($"{row.Offer}", $"Offer {row.Offer}"),
        "offer_url" => ($"{row.Page}", _pages[row.Page]),
        "country" => (row.Country, row.Country),
        _ => ($"{new DateTimeOffset(row.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(1)).ToUnixTimeSeconds()}", ""),
    };
}
