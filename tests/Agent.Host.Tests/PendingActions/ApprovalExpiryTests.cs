using PromptLab.Simulator;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>A proposal can be confirmed for a quarter of an hour.</summary>
public sealed class ApprovalExpiryTests(ApprovalHost host) : IClassFixture<ApprovalHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task After_its_time_a_proposal_can_be_confirmed_by_nobody_and_says_so()
    {
        var proposal = await host.ProposeAsync(Planted.GlobalMediaNetwork, Planted.HolidaySpecial);
        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(15));

        var said = await host.AskAsync("yes", proposal.Conversation);
        var (status, body) = await host.DecideAsync(proposal.Action, "confirm");

        said.Reply.ShouldContain("has expired; nothing was changed. Please ask again.");
        (status, body.GetProperty("code").GetString()).ShouldBe((409, "pending_action_expired"));
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("expired");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_minute_before_it_still_works()
    {
        var proposal = await host.ProposeAsync(Planted.DigitalMarketingPro, Planted.HolidaySpecial);
        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(14));

        var said = await host.AskAsync("yes", proposal.Conversation);

        said.Reply.ShouldContain("**Approved:**");
    }
}
