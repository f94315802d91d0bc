using PromptLab.Simulator;
using PromptLab.Simulator.Faults;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>An orderly stop does not wait for a write that hangs; the next start follows it up.</summary>
public sealed class ApprovalRestartTests(ApprovalHost host) : IClassFixture<ApprovalHost>
{
    [Theory]
    [InlineData("PATCH", ApprovalHost.Approve, "was **not approved**")]
    [InlineData("POST", ApprovalHost.Link, "**Approved:**")]
    public async Task What_was_under_way_is_told_after_the_restart(string method, string path, string told)
    {
        await host.ResetAsync();
        var proposal = await host.ProposeAsync(Planted.GlobalMediaNetwork, Planted.HolidaySpecial);
        host.Break(path, FaultKind.Hang, count: null, method: method);
        var saying = host.AskAsync("yes", proposal.Conversation);
        await ApprovalHost.UntilAsync(() => Task.FromResult(host.Network.Requests.CountOf(method, path) == 1));

        await host.StopAsync();
        host.Network.Faults.Clear();
        await host.StartAsync(ApprovalHost.Settings(host.Network));
        await ApprovalHost.UntilAsync(async () => (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString() is "done" or "failed");

        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldContain(told);
        host.Approvals.ShouldBe(1);
        await Should.NotThrowAsync(() => saying.ContinueWith(_ => { }, TaskScheduler.Default));
    }
}
