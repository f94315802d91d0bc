using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Host.Tests.Alerts;

/// <summary>What tests do with rules and alerts.</summary>
internal static class AlertSteps
{
    /// <summary>A rule over default pages whose alerts go to one user.</summary>
    public static async Task<string> AddRuleAsync(this HttpClient client, string kind, params string[] subscribers)
    {
        using var reply = await client.PostAsJsonAsync("/api/v1/alert-rules", new { name = $"{kind} of a test", kind, subscribers });
        reply.EnsureSuccessStatusCode();
        return (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Runs the rule for its slot of a day, as its schedule does.</summary>
    public static Task<ScheduledOutcome> RunRuleAsync(this HostFixture host, string rule, DateTimeOffset? at = null) =>
        host.Services.GetServices<IScheduledWork>().Single(work => work.Kind == ScheduleKind.AlertRule).RunAsync(
            new ScheduledSlot(Guid.NewGuid(), "local", rule, "{}", at ?? HostFixture.Now.AddHours(-3), TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")), default);

    public static async Task<IReadOnlyList<JsonElement>> ListAsync(this HttpClient client, string query = "") =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/alerts" + query)).GetProperty("data").EnumerateArray()];

    public static async Task<(int Status, JsonElement Body)> SendAsync(this HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var reply = await client.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        return ((int)reply.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }
}
