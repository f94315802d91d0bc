using PromptLab.Host.Tests.Feed;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>Open pages hear of a decision wherever it was taken.</summary>
public sealed class ApprovalFeedTests(ApprovalHost host) : IClassFixture<ApprovalHost>
{
    [Fact]
    public async Task Every_status_goes_to_the_feed_of_who_asked()
    {
        using var feed = await FeedReader.OpenAsync(host.Client);
        var proposal = await host.ProposeAsync(Planted.GlobalMediaNetwork, Planted.HolidaySpecial);
        using var approver = await host.SignInAsync("approver");

        await host.DecideAsync(proposal.Action, "confirm", approver);

        (await StatusAsync(feed)).ShouldBe($"{proposal.Action} pending");
        (await StatusAsync(feed)).ShouldBe($"{proposal.Action} executing");
        (await StatusAsync(feed)).ShouldBe($"{proposal.Action} done");
        (await feed.NextAsync()).Json.GetProperty("name").GetString().ShouldBe("message");
    }

    [Fact]
    public async Task Expiry_is_told_without_anybody_asking()
    {
        using var feed = await FeedReader.OpenAsync(host.Client);
        var proposal = await host.ProposeAsync(Planted.DigitalMarketingPro, Planted.HolidaySpecial);
        (await StatusAsync(feed)).ShouldBe($"{proposal.Action} pending");

        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(16));

        (await StatusAsync(feed)).ShouldBe($"{proposal.Action} expired");
    }

    private static async Task<string> StatusAsync(FeedReader feed)
    {
        while (true)
        {
            var item = (await feed.NextAsync()).Json;
            if (item.GetProperty("name").GetString() == "pending_action")
            {
                var value = item.GetProperty("value");
                return $"{value.GetProperty("id").GetGuid()} {value.GetProperty("status").GetString()}";
            }
        }
    }
}
