using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>The offline service, impatient with the network so that trouble is over soon, and with a log to read.</summary>
public sealed class TroubledHost : HostFixture
{
    public override Task InitializeAsync() => StartAsync(
        "--Everflow:RetryDelay", "00:00:00.01", "--Everflow:AttemptTimeout", "00:00:01", "--Everflow:Retries", "2", "--Everflow:BreakerThroughput", "1000");
}
