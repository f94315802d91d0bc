using System.Net.Http.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;
using PromptLab.Simulator.Faults;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>What the person reads when the network fails in the middle of a confirmed approval, and what is true then.</summary>
public sealed class ApprovalTroubleTests(ApprovalHost host) : IClassFixture<ApprovalHost>, IAsyncLifetime
{
    private const int Partner = Planted.GlobalMediaNetwork;
    private const int Offer = Planted.HolidaySpecial;

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => host.ResetAsync();

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Hang)]
    public async Task A_write_without_an_answer_is_sent_again_only_after_reading_that_it_was_not_taken(FaultKind kind)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Approve, kind);

        var turn = await host.GivingUpAsync(host.AskAsync("yes", proposal.Conversation));

        turn.Reply.ShouldContain("**Approved:**");
        host.Approvals.ShouldBe(2);
        turn.Of("STEP_STARTED").Select(item => item.Json.GetProperty("stepName").GetString()).ShouldContain(step => step!.Contains("reading the state before anything is tried again"));
    }

    [Theory]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Malformed)]
    public async Task A_write_that_was_taken_and_whose_answer_got_lost_is_not_sent_again(FaultKind kind)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Approve, kind);

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("**Approved:**");
        host.Approvals.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Hang)]
    public async Task A_write_that_never_works_ends_in_a_plain_failure_with_a_reference_and_nothing_half_done(FaultKind kind)
    {
        var before = await host.SettingsOfAsync(Offer);
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Approve, kind, count: null);

        var turn = await host.GivingUpAsync(host.AskAsync("yes", proposal.Conversation));

        turn.Reply.ShouldContain("was **not approved**");
        turn.Reply.ShouldContain("Reference: ");
        turn.Reply.ShouldContain("Nothing was changed, and no link was made");
        (await host.SettingsOfAsync(Offer)).ShouldBe(before);
        host.Network.Requests.CountOf("POST", ApprovalHost.Link).ShouldBe(0);
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("failed");
    }

    [Theory]
    [InlineData(401, "Everflow rejects our key", "everflow_rejected_key")]
    [InlineData(403, "Everflow rejects our key", "everflow_rejected_key")]
    [InlineData(400, "Everflow refused it", "everflow_bad_request")]
    public async Task A_refused_write_is_not_repeated(int status, string text, string code)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Approve, FaultKind.Status, count: null, status: status);

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain(text);
        host.Approvals.ShouldBe(1);
        (await host.ActionAsync(proposal.Action)).GetProperty("result").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData(ApprovalHost.Approve)]
    [InlineData(ApprovalHost.Link)]
    public async Task A_full_quota_is_waited_for_and_the_turn_continues_by_itself(string path)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(path, FaultKind.Status, status: 429);

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("**Approved:**");
        turn.Reply.ShouldContain("https://www.trk-polder.test/");
        turn.Of("CUSTOM").Select(item => item.Json.GetRawText()).ShouldContain(json => json.Contains("quota_wait", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quota_that_stays_full_ends_in_a_plain_failure()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Approve, FaultKind.Status, count: null, status: 429);

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("request quota is used up");
        turn.Reply.ShouldContain("Nothing was changed");
        host.Approvals.ShouldBe(2);
    }

    [Fact]
    public async Task Stopping_the_turn_does_not_leave_the_approval_half_done()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Network.Faults.Add(new Fault(ApprovalHost.Approve, FaultKind.Delay) { Count = 1, DelayMs = 60_000 });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(new { message = "yes", conversation_id = proposal.Conversation }),
        };
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await ApprovalHost.UntilAsync(() => Task.FromResult(host.Approvals == 1));

        using var stopped = await host.Client.PostAsync($"/api/v1/turns/{response.Headers.GetValues("X-Turn-Id").Single()}/cancel", null);
        host.Pace.EndWaitsOf(TimeSpan.FromMinutes(1));

        (await ChatTurn.ReadAsync(response)).Reply.ShouldContain("**Approved:**");
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task After_an_hour_without_an_answer_the_person_is_told_to_look()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Visibility, FaultKind.Status, count: null, after: 1);
        await host.AskAsync("yes", proposal.Conversation);

        host.Clock.MoveTo(host.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        await ApprovalHost.UntilAsync(async () => (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString() == "failed");

        (await host.ActionAsync(proposal.Action)).GetProperty("result").GetString().ShouldBe("unknown");
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldContain("Please look at the offer's partner visibility in Everflow");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task A_network_that_does_not_answer_before_the_write_changes_nothing()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break("/networks/affiliates/*", FaultKind.Status, count: null, method: "GET");

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("was **not approved**");
        host.Approvals.ShouldBe(0);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Hang)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Malformed)]
    public async Task When_only_the_link_fails_both_facts_are_told_and_the_link_can_be_asked_again(FaultKind kind)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Link, kind);

        var turn = await host.GivingUpAsync(host.AskAsync("yes", proposal.Conversation));
        var again = await host.AskAsync($"tracking link for partner {Partner} on offer {Offer}", proposal.Conversation);

        turn.Reply.ShouldContain("**Approved:**");
        turn.Reply.ShouldContain("**The link was not created**");
        turn.Reply.ShouldContain("Ask for it again; no approval is needed any more");
        (await host.ActionAsync(proposal.Action)).GetProperty("result").GetString().ShouldBe("approved_without_link");
        again.Reply.ShouldContain("https://www.trk-polder.test/");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task When_nobody_knows_whether_the_write_was_taken_it_is_looked_after_and_told_later()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Break(ApprovalHost.Visibility, FaultKind.Status, count: 4, after: 1);

        var turn = await host.AskAsync("yes", proposal.Conversation);
        var looks = 0;
        await ApprovalHost.UntilAsync(async () =>
        {
            if (looks++ % 40 == 0)
            {
                host.Clock.MoveTo(host.Clock.GetUtcNow() + ApprovalHost.Lease);
            }

            return (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString() == "done";
        });

        turn.Reply.ShouldContain("Everflow does not tell whether it took it");
        host.Approvals.ShouldBe(1);
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldContain("**Approved:**");
    }

    [Fact]
    public async Task Somebody_elses_change_at_the_same_time_is_told()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        host.Network.Faults.Add(new Fault(ApprovalHost.Approve, FaultKind.Delay) { Count = 1, DelayMs = 60_000 });

        var deciding = host.AskAsync("yes", proposal.Conversation);
        await ApprovalHost.UntilAsync(() => Task.FromResult(host.Approvals == 1));
        await host.SetAsync(Planted.TrafficBoosters, Offer, "hidden");
        host.Pace.EndWaitsOf(TimeSpan.FromMinutes(1));
        var turn = await deciding;

        turn.Reply.ShouldContain("what is set for other partners on this offer changed too");
        (await host.ActionAsync(proposal.Action)).GetProperty("result").GetString().ShouldBe("others_changed_meanwhile");
    }

    [Fact]
    public async Task A_state_that_changed_but_still_needs_an_approval_is_proposed_anew()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.SetAsync(Partner, Offer, "rejected");
        var approvals = host.Approvals;

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("has changed since I asked you, so nothing was written");
        turn.Reply.ShouldContain("**rejected** this partner");
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("interrupt");
        host.Approvals.ShouldBe(approvals);
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("replaced");
        (await host.AskAsync("yes", proposal.Conversation)).Reply.ShouldContain("**Approved:**");
    }

    [Fact]
    public async Task An_offer_that_was_paused_meanwhile_is_not_approved()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.SetOfferAsync(Offer, "paused");

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("so nothing was written. Holiday Special (1002) is paused");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_partner_whom_somebody_else_approved_meanwhile_gets_the_link_by_asking_again()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.SetAsync(Partner, Offer, "visible");
        var approvals = host.Approvals;

        var turn = await host.AskAsync("yes", proposal.Conversation);

        turn.Reply.ShouldContain("may run Holiday Special (1002) by now");
        host.Approvals.ShouldBe(approvals);
    }

    [Theory]
    [InlineData(401, "rejects our key")]
    [InlineData(503, "did not answer")]
    public async Task A_network_that_cannot_be_read_proposes_nothing(int status, string text)
    {
        host.Break(ApprovalHost.Visibility, FaultKind.Status, count: null, status: status);

        var turn = await host.AskAsync($"tracking link for partner {Partner} on offer {Offer}");

        turn.Reply.ShouldContain(text);
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("success");
        host.Approvals.ShouldBe(0);
    }
}
