using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.OpenAi;
using PromptLab.Simulator;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>A yes that could not be understood once, because two actions waited, says nothing about the one that is left.</summary>
public sealed class RepeatedYesTests(ApprovalHost host) : IClassFixture<ApprovalHost>, IAsyncLifetime
{
    private const int Partner = 23456;
    private const int Offer = 1002;

    public Task InitializeAsync() => host.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_yes_is_not_answered_again_for_what_waits_by_then()
    {
        var (first, second) = await ProposeTwoAsync();
        var asked = await host.AskAsync("yes", first.Conversation);
        await host.DecideAsync(second.Action, "cancel");

        using var again = await host.Client.PostAsync($"/api/v1/turns/{asked.Turn}/regenerate", null);

        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("turn_not_repeatable");
        (await host.ActionAsync(first.Action)).GetProperty("status").GetString().ShouldBe("pending");
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_of_an_openai_client_that_is_sent_again_gives_its_first_answer()
    {
        var (first, second) = await ProposeTwoAsync();
        (string, string)[] said = [("user", "links, please"), ("assistant", "Shall I?"), ("user", "yes")];
        var place = new { metadata = new { conversation_id = first.Conversation } };
        var asked = await (await host.Client.CompleteAsync(said, place)).ReadAnswerAsync();
        await host.DecideAsync(second.Action, "cancel");

        var again = await (await host.Client.CompleteAsync(said, place)).ReadAnswerAsync();

        asked.Text.ShouldContain("2 actions are waiting");
        again.ShouldBe(asked);
        (await host.ActionAsync(first.Action)).GetProperty("status").GetString().ShouldBe("pending");
        host.Approvals.ShouldBe(0);
    }

    private async Task<(ApprovalHost.Proposal First, ApprovalHost.Proposal Second)> ProposeTwoAsync()
    {
        var first = await host.ProposeAsync(Partner, Offer);
        return (first, await host.ProposeAsync(Planted.DigitalMarketingPro, Offer, conversation: first.Conversation));
    }
}
