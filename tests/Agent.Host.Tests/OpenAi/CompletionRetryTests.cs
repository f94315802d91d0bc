using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>A request that is sent twice is done once.</summary>
public sealed class CompletionRetryTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_yes_that_is_sent_again_gives_the_same_outcome_and_writes_once()
    {
        const string question = "tracking link for partner 34567 on offer 1002";
        var proposal = await (await host.Client.CompleteAsync(question)).ReadAnswerAsync();
        (string, string)[] yes = [("user", question), ("assistant", proposal.Text), ("user", "yes")];

        var first = await (await host.Client.CompleteAsync(yes)).ReadAnswerAsync();
        var second = await (await host.Client.CompleteAsync(yes)).ReadAnswerAsync();

        second.ShouldBe(first);
        first.Text.ShouldContain("**Approved:**");
        (await ApprovalsAsync(34567)).ShouldBe(1);
    }

    [Fact]
    public async Task The_clients_own_retry_gets_the_turn_that_is_there_already()
    {
        var first = await (await host.Client.CompleteAsync("top offers by revenue this month")).ReadAnswerAsync();

        var second = await (await host.Client.CompleteAsync("top offers by revenue this month", null, ("X-Stainless-Retry-Count", "1"))).ReadAnswerAsync();

        second.ShouldBe(first);
    }

    [Fact]
    public async Task A_key_of_the_client_gives_the_same_turn()
    {
        var first = await (await host.Client.CompleteAsync("top offers by clicks this month", null, ("Idempotency-Key", "openai-1"))).ReadAnswerAsync();

        var second = await (await host.Client.CompleteAsync("top offers by clicks this month", null, ("Idempotency-Key", "openai-1"))).ReadAnswerAsync();

        second.ShouldBe(first);
    }

    private async Task<int> ApprovalsAsync(int partner)
    {
        var log = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?partner_id={partner}&action=approval_started");
        return log.GetProperty("data").GetArrayLength();
    }
}
