using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Tests.Exports;

/// <summary>Exports by the HTTP API.</summary>
internal static class ExportCalls
{
    /// <summary>Asks for a report and returns the export as its reply has it.</summary>
    public static async Task<JsonObject> ExportAsync(this HttpClient client, object arguments)
    {
        using var reply = await client.PostAsJsonAsync("/api/v1/workflows/export_report", arguments);
        var body = (await reply.Content.ReadFromJsonAsync<JsonObject>())!;
        reply.IsSuccessStatusCode.ShouldBeTrue(body.ToJsonString());
        return body["result"]!.AsObject();
    }

    public static async Task<JsonObject> FindExportAsync(this HttpClient client, JsonObject export) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/exports/{export["id"]}"))!;

    /// <summary>The export when it no longer runs.</summary>
    public static async Task<JsonObject> EndedAsync(this HttpClient client, JsonObject export)
    {
        while (true)
        {
            var now = await client.FindExportAsync(export);
            if (now["status"]!.GetValue<string>() != "running")
            {
                return now;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    public static string Url(this JsonObject export) => export["download_url"]!.GetValue<string>();
}
