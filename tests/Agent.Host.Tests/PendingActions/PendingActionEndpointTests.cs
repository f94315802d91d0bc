using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>Deciding on a pending action by HTTP, also for those who did not ask.</summary>
public sealed class PendingActionEndpointTests(ApprovalHost host) : IClassFixture<ApprovalHost>, IAsyncLifetime
{
    private const int Partner = Planted.GlobalMediaNetwork;
    private const int Offer = Planted.HolidaySpecial;

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_confirmation_answers_with_the_link_and_tells_the_conversation()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var (status, body) = await host.DecideAsync(proposal.Action, "confirm");

        status.ShouldBe(200);
        body.GetProperty("status").GetString().ShouldBe("done");
        body.GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("link");
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldBe(body.GetProperty("reply").GetString());
        (await host.AskAsync("yes", proposal.Conversation)).Reply.ShouldContain("Nothing is waiting for a yes any more");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task Of_fifty_confirmations_at_once_one_is_carried_out_and_the_others_are_told_so()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.DecideAsync(proposal.Action, "confirm")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 409);
        answers.Where(answer => answer.Status == 409).Select(answer => answer.Body.GetProperty("code").GetString()).Distinct()
            .ShouldBeSubsetOf(["pending_action_executing", "pending_action_used"]);
        host.Approvals.ShouldBe(1);
        (await host.MessagesAsync(proposal.Conversation)).Count(message => message.StartsWith("**Approved:**", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_click_and_a_yes_at_once_give_one_approval()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var clicking = host.DecideAsync(proposal.Action, "confirm");
        var saying = host.AskAsync("yes", proposal.Conversation);
        await Task.WhenAll(clicking, saying);

        host.Approvals.ShouldBe(1);
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task A_used_confirmation_says_who_used_it()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.AskAsync("yes", proposal.Conversation);

        var (status, body) = await host.DecideAsync(proposal.Action, "confirm");

        status.ShouldBe(409);
        body.GetProperty("code").GetString().ShouldBe("pending_action_used");
        body.GetProperty("detail").GetString()!.ShouldContain("already confirmed by you");
    }

    [Fact]
    public async Task A_cancellation_changes_nothing_and_is_told()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var (status, body) = await host.DecideAsync(proposal.Action, "cancel");
        var (again, late) = await host.DecideAsync(proposal.Action, "confirm");

        (status, body.GetProperty("status").GetString()).ShouldBe((200, "cancelled"));
        (again, late.GetProperty("code").GetString()).ShouldBe((409, "pending_action_cancelled"));
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldContain("nothing was changed");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_replaced_proposal_points_to_the_newer_one()
    {
        var older = await host.ProposeAsync(Partner, Offer);
        await host.ProposeAsync(Partner, Offer, ", sub1=new", older.Conversation);

        var (status, body) = await host.DecideAsync(older.Action, "confirm");

        (status, body.GetProperty("code").GetString()).ShouldBe((409, "pending_action_replaced"));
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_changed_state_is_a_conflict_with_the_new_proposal_which_the_conversation_shows()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.SetAsync(Partner, Offer, "hidden");
        var approvals = host.Approvals;

        var (status, body) = await host.DecideAsync(proposal.Action, "confirm");

        (status, body.GetProperty("code").GetString()).ShouldBe((409, "pending_action_changed"));
        host.Approvals.ShouldBe(approvals);
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldContain("**hidden**");
        (await host.DecideAsync(body.GetProperty("replaced_by").GetGuid(), "confirm")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Somebody_without_the_right_can_neither_see_nor_decide()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        using var other = await host.SignInAsync("other");

        var (status, body) = await host.DecideAsync(proposal.Action, "confirm", other);
        using var seen = await other.GetAsync($"/api/v1/pending-actions/{proposal.Action}");
        var list = await other.GetFromJsonAsync<JsonElement>("/api/v1/pending-actions");

        (status, body.GetProperty("code").GetString()).ShouldBe((403, "pending_action_forbidden"));
        ((int)seen.StatusCode).ShouldBe(404);
        list.GetProperty("data").GetArrayLength().ShouldBe(0);
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("pending");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_with_the_right_to_approve_decides_and_the_requester_is_told_by_whom()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        using var approver = await host.SignInAsync("approver");

        var list = await approver.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions?conversation_id={proposal.Conversation}&status=pending");
        var (status, _) = await host.DecideAsync(proposal.Action, "confirm", approver);

        list.GetProperty("data")[0].GetProperty("id").GetGuid().ShouldBe(proposal.Action);
        status.ShouldBe(200);
        (await host.MessagesAsync(proposal.Conversation))[^1].ShouldStartWith("Confirmed by approver.");
        (await host.ActionAsync(proposal.Action)).GetProperty("decided_by").GetString().ShouldBe("approver");
    }

    [Fact]
    public async Task An_unknown_action_is_not_found()
    {
        var (status, body) = await host.DecideAsync(Guid.NewGuid(), "confirm");

        (status, body.GetProperty("code").GetString()).ShouldBe((404, "pending_action_not_found"));
    }

    [Fact]
    public async Task A_limit_out_of_range_or_an_unknown_status_names_the_field()
    {
        using var status = await host.Client.GetAsync("/api/v1/pending-actions?status=waiting");
        using var actions = await host.Client.GetAsync("/api/v1/pending-actions?limit=0");
        using var audit = await host.Client.GetAsync("/api/v1/audit?limit=1000");

        ((int)actions.StatusCode, (int)audit.StatusCode, (int)status.StatusCode).ShouldBe((422, 422, 422));
    }

    [Fact]
    public async Task The_audit_log_has_every_step_with_ids_only()
    {
        var proposal = await host.ProposeAsync(Partner, Offer, ", sub1=secret-sub");
        var (_, body) = await host.DecideAsync(proposal.Action, "confirm");

        var list = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?partner={Partner}&offer={Offer}");

        var mine = list.GetProperty("data").EnumerateArray().Where(row => row.GetProperty("pending_action_id").ToString() == proposal.Action.ToString()).Reverse().ToList();
        mine.Select(row => row.GetProperty("action").GetString()).ShouldBe(
            ["approval_proposed", "approval_confirmed", "approval_started", "partner_approved", "link_created", "action_finished"]);
        mine.Select(row => row.GetProperty("confirmed").GetBoolean()).ShouldBe([false, true, true, true, true, true]);
        mine.ShouldAllBe(row => row.GetProperty("user").GetString() == "local" && row.GetProperty("approval_needed").GetBoolean());
        var url = body.GetProperty("cards")[0].GetProperty("data").GetProperty("url").GetString()!;
        list.GetRawText().ShouldNotContain(new Uri(url).Host);
        list.GetRawText().ShouldNotContain("Global Media");
        list.GetRawText().ShouldNotContain("secret-sub");
    }

    [Fact]
    public async Task A_refusal_and_a_link_without_approval_are_audited_too()
    {
        await host.AskAsync($"tracking link for partner {Planted.SuspendedPartner} on offer {Planted.SummerPromo}");
        await host.AskAsync($"tracking link for partner {Planted.TrafficBoosters} on offer {Planted.SummerPromo}");

        var refused = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?action=link_refused&partner={Planted.SuspendedPartner}&limit=1");
        var made = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?action=link_created&partner={Planted.TrafficBoosters}&limit=1");

        refused.GetProperty("data")[0].GetProperty("result").GetString().ShouldBe("partner_blocked");
        made.GetProperty("data")[0].GetProperty("approval_needed").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_audit_log_shows_others_their_own_steps_only_and_an_approver_all()
    {
        await host.ProposeAsync(Partner, Offer);
        using var other = await host.SignInAsync("other");
        using var approver = await host.SignInAsync("approver");

        var others = await other.GetFromJsonAsync<JsonElement>("/api/v1/audit");
        var all = await approver.GetFromJsonAsync<JsonElement>("/api/v1/audit");

        others.GetProperty("data").GetArrayLength().ShouldBe(0);
        all.GetProperty("data").GetArrayLength().ShouldBeGreaterThan(0);
    }
}
