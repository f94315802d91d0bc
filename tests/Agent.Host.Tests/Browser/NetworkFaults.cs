using System.Net.Http.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What the simulated network does wrong, for every report, until it is healed.</summary>
internal sealed class NetworkFaults(HostFixture host)
{
    private Uri Address => new(host.Everflow, "/__admin/faults");

    /// <summary>No answer until the caller gives up.</summary>
    public Task HangAsync() => AddAsync(new { path = "/networks/reporting/*", kind = "hang" });

    public Task FailAsync() => AddAsync(new { path = "/networks/reporting/*", kind = "status", status = 500 });

    public Task RejectKeyAsync() => AddAsync(new { path = "/networks/reporting/*", kind = "status", status = 401 });

    public async Task HealAsync()
    {
        using var response = await host.Client.DeleteAsync(Address);
        response.EnsureSuccessStatusCode();
    }

    private async Task AddAsync(object fault)
    {
        using var response = await host.Client.PostAsJsonAsync(Address, fault);
        response.EnsureSuccessStatusCode();
    }
}
