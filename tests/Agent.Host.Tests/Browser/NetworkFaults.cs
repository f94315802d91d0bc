using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Trouble;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What the simulated network does wrong, for every report, until it is healed.</summary>
internal sealed class NetworkFaults(HostFixture host)
{
    private readonly TroubledNetwork _network = new(host);

    /// <summary>No answer until the caller gives up.</summary>
    public Task HangAsync() => _network.FailAsync(new { path = TroubledNetwork.Reports, kind = "hang" });

    public Task FailAsync() => _network.FailAsync(new { path = TroubledNetwork.Reports, kind = "status", status = 500 });

    public Task RejectKeyAsync() => _network.FailAsync(new { path = TroubledNetwork.Reports, kind = "status", status = 401 });

    public Task HealAsync() => _network.HealAsync();
}
