using System.Net;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.OpenAi;

public sealed class CompletionLimitTests : IAsyncLifetime
{
    private readonly HostFixture _host = new();

    public Task InitializeAsync() => _host.StartAsync("--Turns:PerMinute", "1");

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Too_many_messages_are_told_when_to_come_back()
    {
        using var first = await _host.Client.CompleteAsync("what can you do?");

        using var second = await _host.Client.CompleteAsync("what can you do?");

        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter.ShouldNotBeNull().Delta.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
        (await second.ReadErrorAsync()).GetProperty("code").GetString().ShouldBe("rate_limit_exceeded");
    }
}
