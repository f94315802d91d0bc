using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>
/// The offline service, which tries again at once so that trouble is over soon. It waits for answers as long as they take: one that
/// was late and given up would be told as another trouble.
/// </summary>
public sealed class TroubledHost : HostFixture
{
    public override Task InitializeAsync() => StartAsync(
        "--Everflow:RetryDelay", "00:00:00.01", "--Everflow:Retries", "2", "--Everflow:BreakerThroughput", "1000");
}
