using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Schedules;

/// <summary>The whole service, whose heart beats fast. It is Wednesday 2025-01-15, noon in Amsterdam.</summary>
public class ScheduleHost : HostFixture
{
    public static readonly string[] Fast = ["--Schedules:Heartbeat", "00:00:00.200"];

    /// <summary>Monday, 09:00 in Amsterdam.</summary>
    public static readonly DateTimeOffset Monday = new(2025, 1, 20, 8, 0, 0, TimeSpan.Zero);

    public override Task InitializeAsync() => StartAsync(Fast);

    public static Task<JsonElement> GetAsync(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    public static async Task<IReadOnlyList<JsonElement>> ListAsync(HttpClient client, string path) =>
        [.. (await GetAsync(client, path)).GetProperty("data").EnumerateArray()];

    /// <summary>A list once it satisfies a condition.</summary>
    public static async Task<IReadOnlyList<JsonElement>> WhenAsync(HttpClient client, string path, Func<IReadOnlyList<JsonElement>, bool> holds)
    {
        IReadOnlyList<JsonElement> list = [];
        try
        {
            await Patience.UntilAsync(async () => holds(list = await ListAsync(client, path)), path);
        }
        catch (TimeoutException never)
        {
            throw new TimeoutException($"{never.Message}: {await client.GetStringAsync(path)}", never);
        }

        return list;
    }

    public static async Task<JsonElement> CreateAsync(HttpClient client, object body)
    {
        using var reply = await client.PostAsJsonAsync("/api/v1/schedules", body);
        reply.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created, await reply.Content.ReadAsStringAsync());
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }
}
