using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>A link for a partner without access, from the question to the link, in the conversation alone.</summary>
public sealed class ApprovalConversationTests(ApprovalHost host) : IClassFixture<ApprovalHost>, IAsyncLifetime
{
    private const int Partner = Planted.GlobalMediaNetwork;
    private const int Offer = Planted.HolidaySpecial;

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_access_nothing_is_written_and_the_run_waits_for_a_yes()
    {
        var proposal = await host.ProposeAsync(Partner, Offer, ", sub1=mail");

        var interrupt = proposal.Turn.Last.GetProperty("outcome").GetProperty("interrupts")[0];
        interrupt.GetProperty("reason").GetString().ShouldBe("confirmation");
        interrupt.GetProperty("toolCallId").GetString().ShouldBe(proposal.Turn.Of("TOOL_CALL_START").Single().Json.GetProperty("toolCallId").GetString());
        var card = proposal.Turn.Of("CUSTOM").Select(item => item.Json.GetProperty("value")).Single(value => value.TryGetProperty("kind", out var kind) && kind.GetString() == "confirmation").GetProperty("data");
        card.GetProperty("status").GetString().ShouldBe("pending");
        card.GetProperty("requested_by").GetString().ShouldBe("local");
        card.GetProperty("expires_at").GetDateTimeOffset().ShouldBe(host.Clock.GetUtcNow() + TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));
        card.GetProperty("facts").EnumerateArray().Select(fact => $"{fact.GetProperty("label")}: {fact.GetProperty("value")}")
            .ShouldBe(["Partner: Global Media Network (23456)", "Offer: Holiday Special (1002)", "Landing page: the offer's default", "Now: the offer requires approval", "sub1: mail"]);
        host.Approvals.ShouldBe(0);
        host.Network.Requests.CountOf("POST", ApprovalHost.Link).ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_approves_this_partner_alone_and_gives_the_link_of_the_network()
    {
        var before = await host.SettingsOfAsync(Offer);
        var proposal = await host.ProposeAsync(Partner, Offer, ", landing page 5003, sub1=mail");

        var turn = await host.AskAsync("yes", proposal.Conversation);

        (await host.SettingsOfAsync(Offer)).Except(before).ShouldBe([$"visible {Partner}"]);
        before.Except(await host.SettingsOfAsync(Offer)).ShouldBeEmpty();
        host.Approvals.ShouldBe(1);
        turn.Reply.ShouldContain("**Approved:** Global Media Network (23456) may now run Holiday Special (1002)");
        turn.Reply.ShouldContain("no other partner's setting changed");
        turn.Reply.ShouldContain("To take the approval back: In Everflow, open offer 1002");
        var link = CardOf(turn, "link");
        link.GetProperty("url").GetString().ShouldStartWith("https://www.trk-polder.test/");
        link.GetProperty("url").GetString().ShouldEndWith("?uid=5003&sub1=mail");
        link.GetProperty("approved").GetBoolean().ShouldBeTrue();
        link.GetProperty("landing_page").GetProperty("id").GetInt32().ShouldBe(5003);
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("success");
        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("confirm_yes");
    }

    [Fact]
    public async Task Asked_again_after_the_approval_the_link_comes_at_once()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.AskAsync("yes", proposal.Conversation);

        var again = await host.AskAsync($"tracking link for partner {Partner} on offer {Offer}", proposal.Conversation);

        CardOf(again, "link").GetProperty("approved").GetBoolean().ShouldBeFalse();
        again.Reply.ShouldContain("nothing had to be approved");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task A_public_offer_needs_no_approval()
    {
        var turn = await host.AskAsync($"tracking link for partner {Planted.PremiumTrafficPartners} on offer {Planted.SummerPromo}");

        turn.Reply.ShouldContain("is open to every partner");
        CardOf(turn, "link").GetProperty("revoke").ValueKind.ShouldBe(JsonValueKind.Null);
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_no_changes_nothing_and_a_late_yes_finds_nothing_to_confirm()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var no = await host.AskAsync("no", proposal.Conversation);
        var late = await host.AskAsync("yes", proposal.Conversation);

        no.Reply.ShouldContain("nothing was changed");
        no.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("confirm_no");
        late.Reply.ShouldContain("Nothing is waiting for a yes any more");
        late.Reply.ShouldContain("cancelled by you");
        host.Approvals.ShouldBe(0);
    }

    [Theory]
    [InlineData("ja, graag")]
    [InlineData("ja, bitte")]
    [InlineData("sí, adelante")]
    [InlineData("oui, vas-y")]
    public async Task Yes_is_understood_in_the_other_languages(string yes)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var turn = await host.AskAsync(yes, proposal.Conversation);

        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("confirm_yes");
        (await host.SettingsOfAsync(Offer)).ShouldContain($"visible {Partner}");
    }

    [Theory]
    [InlineData("nee, laat maar")]
    [InlineData("nein, lieber nicht")]
    [InlineData("no, gracias")]
    [InlineData("non, merci")]
    public async Task No_is_understood_in_the_other_languages(string no)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var turn = await host.AskAsync(no, proposal.Conversation);

        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("confirm_no");
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("cancelled");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_out_of_the_blue_confirms_nothing()
    {
        var turn = await host.AskAsync("yes");

        turn.Reply.ShouldStartWith("Nothing is waiting for a yes here.");
        turn.Of("TOOL_CALL_START").ShouldBeEmpty();
    }

    [Fact]
    public async Task Anything_else_leaves_the_action_waiting()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        await host.AskAsync("top offers by revenue last week", proposal.Conversation);

        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("pending");
        var yes = await host.AskAsync("yes", proposal.Conversation);
        yes.Reply.ShouldContain("**Approved:**");
    }

    [Fact]
    public async Task A_yes_with_a_change_is_a_new_proposal_in_the_place_of_the_old_one()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);

        var changed = await host.AskAsync("yes but with landing page 5003", proposal.Conversation);

        changed.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("interrupt");
        (await host.ActionAsync(proposal.Action)).GetProperty("status").GetString().ShouldBe("replaced");
        host.Approvals.ShouldBe(0);
        var yes = await host.AskAsync("yes", proposal.Conversation);
        CardOf(yes, "link").GetProperty("landing_page").GetProperty("id").GetInt32().ShouldBe(5003);
    }

    [Fact]
    public async Task With_several_waiting_a_yes_is_asked_back_and_a_button_decides_on_one()
    {
        var first = await host.ProposeAsync(Partner, Offer);
        var second = await host.ProposeAsync(Planted.DigitalMarketingPro, Offer, conversation: first.Conversation);

        var asked = await host.AskAsync("yes", first.Conversation);
        var choices = CardOf(asked, "question").GetProperty("choices").EnumerateArray().ToList();
        var chosen = choices.Single(choice => choice.GetProperty("label").GetString()!.Contains("(34567)", StringComparison.Ordinal)).GetProperty("message").GetString()!;
        var decided = await host.AskAsync(chosen, first.Conversation);

        asked.Reply.ShouldContain("2 actions are waiting");
        choices.Count.ShouldBe(2);
        decided.Reply.ShouldContain("Digital Marketing Pro (34567) may now run");
        (await host.ActionAsync(second.Action)).GetProperty("status").GetString().ShouldBe("done");
        (await host.ActionAsync(first.Action)).GetProperty("status").GetString().ShouldBe("pending");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task With_several_waiting_all_can_be_cancelled_at_once()
    {
        var first = await host.ProposeAsync(Partner, Offer);
        await host.ProposeAsync(Planted.DigitalMarketingPro, Offer, conversation: first.Conversation);

        var asked = await host.AskAsync("no", first.Conversation);
        await host.AskAsync(CardOf(asked, "question").GetProperty("choices").EnumerateArray().Last().GetProperty("message").GetString()!, first.Conversation);

        var open = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions?conversation_id={first.Conversation}&status=pending");
        open.GetProperty("data").GetArrayLength().ShouldBe(0);
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_that_may_answer_a_later_question_is_asked_back()
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        await host.AskAsync($"tracking link for partner Lakeside Leads on offer {Offer}", proposal.Conversation);

        var yes = await host.AskAsync("yes", proposal.Conversation);

        yes.Reply.ShouldContain("please say what your yes is for");
        CardOf(yes, "question").GetProperty("choices").GetArrayLength().ShouldBe(1);
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_hidden_partner_is_told_to_be_hidden_and_a_rejected_one_to_be_rejected()
    {
        var hidden = await host.ProposeAsync(Planted.HiddenPartner, Planted.EvergreenOfferA);
        var rejected = await host.ProposeAsync(Planted.RejectedPartner, Planted.EvergreenOfferA);

        hidden.Turn.Reply.ShouldContain("**hidden** the offer from this partner");
        rejected.Turn.Reply.ShouldContain("**rejected** this partner");
    }

    [Fact]
    public async Task An_application_is_told_and_stays_open()
    {
        var proposal = await host.ProposeAsync(Planted.ApplicantPartner, Planted.RequireApprovalOffer);

        proposal.Turn.Reply.ShouldContain("the partner has applied");
        CardOf(proposal.Turn, "confirmation").GetProperty("effects").EnumerateArray().Select(effect => effect.GetString())
            .ShouldContain("The partner's application 1 stays open in Everflow.");
    }

    [Theory]
    [InlineData(Planted.InactivePartner, Planted.SummerPromo, "is inactive")]
    [InlineData(Planted.SuspendedPartner, Planted.SummerPromo, "is blocked")]
    [InlineData(Planted.PendingPartner, Planted.SummerPromo, "is not admitted to the network yet")]
    [InlineData(Planted.PremiumTrafficPartners, Planted.PausedOffer, "is paused")]
    [InlineData(Planted.PremiumTrafficPartners, Planted.DeletedOffer, "is deleted")]
    [InlineData(Planted.PremiumTrafficPartners, Planted.PendingOffer, "is not live yet")]
    public async Task What_cannot_be_is_refused_with_the_reason_and_no_write(int partner, int offer, string reason)
    {
        var turn = await host.AskAsync($"tracking link for partner {partner} on offer {offer}");

        turn.Reply.ShouldContain(reason);
        turn.Reply.ShouldContain("nothing was changed");
        host.Approvals.ShouldBe(0);
        host.Network.Requests.CountOf("POST", ApprovalHost.Link).ShouldBe(0);
    }

    [Theory]
    [InlineData(Planted.PageStatesPausedPage)]
    [InlineData(Planted.PageStatesDeletedPage)]
    public async Task A_landing_page_that_is_not_active_is_refused(int page)
    {
        var turn = await host.AskAsync($"tracking link for partner {Planted.PremiumTrafficPartners} on offer {Planted.PageStatesOffer}, landing page {page}");

        turn.Of("CUSTOM").ShouldNotContain(item => item.Json.GetRawText().Contains("trk-polder", StringComparison.Ordinal));
        host.Network.Requests.CountOf("POST", ApprovalHost.Link).ShouldBe(0);
    }

    [Theory]
    [InlineData(Planted.PrivateOffer, "the offer is private")]
    [InlineData(Planted.RequireApprovalOffer, "the offer requires approval")]
    public async Task Private_offers_and_those_that_require_approval_ask_first(int offer, string why)
    {
        await host.SetAsync(Planted.TrafficBoosters, offer, "hidden");
        await host.ResetAsync();

        var proposal = await host.ProposeAsync(Planted.TrafficBoosters, offer);

        proposal.Turn.Reply.ShouldContain(why);
    }

    [Fact]
    public async Task The_whole_turn_as_json_says_what_waits_and_resume_continues_it()
    {
        using var asked = await host.Client.PostAsJsonAsync("/api/v1/chat", new { message = $"tracking link for partner {Partner} on offer {Offer}" });
        var proposal = await asked.Content.ReadFromJsonAsync<JsonElement>();
        var pending = proposal.GetProperty("pending_action");

        using var resumed = await host.Client.PostAsJsonAsync("/api/v1/chat", new
        {
            conversation_id = proposal.GetProperty("conversation_id").GetGuid(),
            resume = new[] { new { interrupt_id = pending.GetProperty("id").GetGuid(), payload = new { confirmed = true } } },
        });

        var reply = await resumed.Content.ReadFromJsonAsync<JsonElement>();
        reply.GetProperty("outcome").GetString().ShouldBe("confirm_yes");
        reply.GetProperty("pending_action").ValueKind.ShouldBe(JsonValueKind.Null);
        reply.GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("link");
        (await host.MessagesAsync(proposal.GetProperty("conversation_id").GetGuid()))[2].ShouldBe("Confirm");
    }

    [Theory]
    [InlineData("""{"payload":{"confirmed":false}}""")]
    [InlineData("""{"status":"cancelled"}""")]
    public async Task Resume_cancels_too(string answer)
    {
        var proposal = await host.ProposeAsync(Partner, Offer);
        var entry = JsonSerializer.Deserialize<Dictionary<string, object>>(answer)!;
        entry["interrupt_id"] = proposal.Action;

        using var resumed = await host.Client.PostAsJsonAsync("/api/v1/chat", new { conversation_id = proposal.Conversation, resume = new[] { entry } });

        (await resumed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("outcome").GetString().ShouldBe("confirm_no");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task Resume_answers_only_what_the_conversation_asked()
    {
        var elsewhere = await host.ProposeAsync(Partner, Offer);
        var here = await host.AskAsync("what can you do?");

        using var resumed = await host.Client.PostAsJsonAsync("/api/v1/chat", new
        {
            conversation_id = here.Conversation,
            resume = new[] { new { interrupt_id = elsewhere.Action, payload = new { confirmed = true } } },
        });

        (await resumed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reply").GetString().ShouldBe("There is no such confirmation in this conversation.");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task Resume_without_a_conversation_or_an_answer_names_the_field()
    {
        using var nowhere = await host.Client.PostAsJsonAsync("/api/v1/chat", new { resume = new[] { new { interrupt_id = Guid.NewGuid(), payload = new { confirmed = true } } } });
        using var unclear = await host.Client.PostAsJsonAsync(
            "/api/v1/chat", new { conversation_id = Guid.NewGuid(), resume = new[] { new { interrupt_id = Guid.NewGuid(), payload = new { confirmed = "sure" } } } });

        (await nowhere.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("conversation_id", out _).ShouldBeTrue();
        (await unclear.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("resume", out _).ShouldBeTrue();
    }

    private static JsonElement CardOf(ChatTurn turn, string kind) => turn.Of("CUSTOM")
        .Select(item => item.Json.GetProperty("value"))
        .Single(value => value.TryGetProperty("kind", out var name) && name.GetString() == kind)
        .GetProperty("data");
}
