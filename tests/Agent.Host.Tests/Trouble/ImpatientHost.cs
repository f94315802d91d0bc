using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Trouble;

/// <summary>The offline service, which soon gives up waiting: for tests in which the network never answers, and for no others.</summary>
public sealed class ImpatientHost : HostFixture
{
    public override Task InitializeAsync() => StartAsync(
        "--Everflow:RetryDelay", "00:00:00.01", "--Everflow:AttemptTimeout", "00:00:01", "--Everflow:Retries", "2", "--Everflow:BreakerThroughput", "1000");
}
