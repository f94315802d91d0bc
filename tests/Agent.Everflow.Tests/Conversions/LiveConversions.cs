using System.Globalization;
using System.Text.Json.Nodes;
using PromptLab.Testing.Http;

namespace PromptLab.Everflow.Tests.Conversions;

/// <summary>Conversions whose pages overlap: each request may see them in another order, as on a live network.</summary>
internal sealed class LiveConversions
{
    private readonly List<(DateOnly Day, string Id)> _rows = [];
    private int _requests;

    /// <summary>Reorders what the n-th request sees.</summary>
    public Func<int, IEnumerable<string>, IEnumerable<string>> Order { get; init; } = (_, ids) => ids;

    /// <summary>What the n-th request is told as total, by the number of rows.</summary>
    public Func<int, int, int> Total { get; init; } = (_, rows) => rows;

    public LiveConversions Add(DateOnly day, int count)
    {
        for (var i = 0; i < count; i++)
            _rows.Add((day, $"{_rows.Count:x32}"));
        return this;
    }

    public ScriptedReply Answer(ScriptedRequest request)
    {
        var number = Interlocked.Increment(ref _requests);
        var query = System.Web.HttpUtility.ParseQueryString(request.Query);
        var (page, size) = (int.Parse(query["page"]!, CultureInfo.InvariantCulture), int.Parse(query["page_size"]!, CultureInfo.InvariantCulture));
        var body = JsonNode.Parse(request.Body)!;
        string[] ids = [.. _rows.Where(row => row.Day >= Day(body["from"]) && row.Day <= Day(body["to"])).Select(row => row.Id)];
        var rows = Order(number, ids).Skip((page - 1) * size).Take(size).Select(Row);
        return ScriptedReply.Json(new JsonObject
        {
            ["conversions"] = new JsonArray([.. rows]),
            ["paging"] = new JsonObject { ["page"] = page, ["page_size"] = size, ["total_count"] = Total(number, ids.Length) },
        }.ToJsonString());
    }

    private static JsonObject Row(string id) =>
        new JsonObject { ["conversion_id"] = id, ["conversion_unix_timestamp"] = 1736150400, ["status"] = "approved" };

    private static DateOnly Day(JsonNode? text) => DateOnly.ParseExact(text!.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
