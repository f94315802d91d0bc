using System.Net.Http.Json;
using System.Text.Json;

namespace PromptLab.Host.Tests.Chat;

/// <summary>Asks the simulated network itself, past every part of the product.</summary>
internal static class NetworkReport
{
    public static async Task<Dictionary<int, (long Clicks, long Conversions)>> LandingPagesAsync(
        Uri everflow, int offer, string country, string from, string to)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = everflow };
        client.DefaultRequestHeaders.Add("X-Eflow-API-Key", "demo");
        var zones = await client.GetFromJsonAsync<JsonElement>("meta/timezones");
        var zone = zones.GetProperty("timezones").EnumerateArray().Single(item => item.GetProperty("timezone").GetString() == "Europe/Amsterdam");
        using var response = await client.PostAsJsonAsync("networks/reporting/entity/table", new
        {
            from,
            to,
            timezone_id = zone.GetProperty("timezone_id").GetInt32(),
            currency_id = "EUR",
            columns = new[] { new { column = "offer_url" } },
            query = new
            {
                filters = new[]
                {
                    new { resource_type = "offer", filter_id_value = $"{offer}" },
                    new { resource_type = "country", filter_id_value = country },
                },
            },
        });
        response.EnsureSuccessStatusCode();
        var table = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("table");
        return table.EnumerateArray().ToDictionary(
            row => int.Parse(row.GetProperty("columns")[0].GetProperty("id").GetString()!),
            row => (row.GetProperty("reporting").GetProperty("total_click").GetInt64(), row.GetProperty("reporting").GetProperty("cv").GetInt64()));
    }
}
