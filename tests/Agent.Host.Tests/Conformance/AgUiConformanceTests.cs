using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

public sealed class AgUiConformanceTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [NodeFact]
    public async Task Every_event_of_every_kind_of_turn_validates_against_the_schemas()
    {
        var answer = await host.AskAsync(Question);
        var followUp = await host.AskAsync("what about France?", answer.Conversation);
        var question = await host.AskAsync("top landing pages");
        var help = await host.AskAsync("what can you do?");
        var refusal = await host.AskAsync("delete all offers");
        var proposal = await host.AskAsync("tracking link for partner 34567 on offer 1002");
        var confirmed = await host.AskAsync("yes", proposal.Conversation);

        var report = await AgUiPackage.ValidateAsync(
            new[] { answer, followUp, question, help, refusal, proposal, confirmed }.SelectMany(turn => turn.Events).Select(item => item.Json.GetRawText()));

        report.Problems.ShouldBeEmpty();
        report.Types.ShouldBe(
            [
                "RUN_STARTED", "CUSTOM", "TOOL_CALL_START", "TOOL_CALL_ARGS", "TOOL_CALL_END", "STATE_SNAPSHOT", "TOOL_CALL_RESULT",
                "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "STEP_STARTED", "STEP_FINISHED", "RUN_FINISHED",
            ],
            ignoreOrder: true);
    }

    [NodeFact]
    public async Task The_client_of_the_standard_holds_the_conversation_that_the_host_stored()
    {
        var client = await AgUiPackage.ConverseAsync(host.Address, Question, "what about France?");

        var stored = await StoredMessagesAsync(client.Runs[0].ThreadId);
        client.Messages.Where(message => message.Role is "user" or "assistant" && message.Content is not null)
            .Select(message => (message.Role, message.Content!))
            .ShouldBe(stored);
        client.Runs.Select(run => run.Outcome).ShouldBe(["success", "success"]);
        client.Runs.Select(run => run.ThreadId).Distinct().Count().ShouldBe(1);
    }

    [NodeFact]
    public async Task The_client_of_the_standard_sees_the_tool_its_interpretation_and_where_the_data_come_from()
    {
        var client = await AgUiPackage.ConverseAsync(host.Address, Question);

        client.Messages.SelectMany(message => message.ToolCalls ?? []).Select(call => call.Function.Name).ShouldBe(["top_landing_pages"]);
        client.State.GetProperty("data_source").GetString().ShouldBe("demo");
        client.State.GetProperty("last").GetProperty("args").GetProperty("country").GetString().ShouldBe("DE");
        client.Runs[0].Notices.Select(notice => notice.GetProperty("code").GetString()).ShouldContain("demo_data");
        client.Runs[0].Cards.Select(card => card.GetProperty("kind").GetString()).ShouldContain("table");
    }

    private async Task<IEnumerable<(string Role, string Text)>> StoredMessagesAsync(Guid conversation)
    {
        var list = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        return list.GetProperty("data").EnumerateArray()
            .Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("text").GetString()!));
    }
}
