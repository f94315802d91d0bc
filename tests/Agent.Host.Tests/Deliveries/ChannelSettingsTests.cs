using Microsoft.Extensions.Options;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Tests.Deliveries;

public sealed class ChannelSettingsTests
{
    [Theory]
    [InlineData("Channels:a:Kind is 'pager'; it must be slack or webhook.", "--Channels:a:Kind", "pager", "--Channels:a:Url", "https://example.com/x")]
    [InlineData("Channels:a:Url must be an absolute https address", "--Channels:a:Kind", "slack", "--Channels:a:Url", "http://example.com/x")]
    [InlineData("Channels:a:Secret must have at least 16 characters", "--Channels:a:Kind", "webhook", "--Channels:a:Url", "https://example.com/x")]
    [InlineData("Operators:Channel is 'ops', which is no channel. Known: none.", "--Operators:Channel", "ops")]
    [InlineData("Deliveries:Lease is 00:00:05", "--Deliveries:Lease", "00:00:05")]
    [InlineData("Heartbeat", "--Schedules:Heartbeat", "00:00:00")]
    public async Task A_setting_that_cannot_be_used_stops_the_start(string fault, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("promptlab-settings-").FullName;
        await using var app = await ServiceHost.BuildAsync(["--port", "0", "--data", data, .. settings], TimeProvider.System, default);

        var failure = await Should.ThrowAsync<OptionsValidationException>(() => app.StartAsync());

        failure.Message.ShouldContain(fault);
        failure.Message.ShouldNotContain("example.com");
        Directory.Delete(data, recursive: true);
    }
}
