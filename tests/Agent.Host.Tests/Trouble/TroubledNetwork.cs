using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>The simulated network of a service: what it does wrong until it is healed, and what it was asked for.</summary>
internal sealed class TroubledNetwork(HostFixture host)
{
    public const string Reports = "/networks/reporting/*";

    /// <param name="fault">As <c>POST /__admin/faults</c> takes it.</param>
    public async Task FailAsync(object fault)
    {
        using var response = await host.Client.PostAsJsonAsync(new Uri(host.Everflow, "/__admin/faults"), fault);
        response.EnsureSuccessStatusCode();
        using var cleared = await host.Client.DeleteAsync(new Uri(host.Everflow, "/__admin/requests"));
        cleared.EnsureSuccessStatusCode();
    }

    public async Task HealAsync()
    {
        using var response = await host.Client.DeleteAsync(new Uri(host.Everflow, "/__admin/faults"));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Forgets what was asked so far.</summary>
    public async Task ForgetAsync()
    {
        using var response = await host.Client.DeleteAsync(new Uri(host.Everflow, "/__admin/requests"));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Method and path of every call since <see cref="ForgetAsync"/>, each as often as it came.</summary>
    public async Task<IReadOnlyList<string>> CallsAsync()
    {
        var log = await host.Client.GetFromJsonAsync<JsonElement>(new Uri(host.Everflow, "/__admin/requests"));
        return [.. log.GetProperty("requests").EnumerateArray().SelectMany(entry => Enumerable.Repeat(
            $"{entry.GetProperty("method").GetString()} {entry.GetProperty("path").GetString()}", entry.GetProperty("count").GetInt32()))];
    }
}
