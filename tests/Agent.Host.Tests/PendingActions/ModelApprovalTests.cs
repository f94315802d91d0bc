using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;

namespace PromptLab.Host.Tests.PendingActions;

/// <summary>A model can propose a write. It can neither confirm one nor read the link that comes of it.</summary>
public sealed class ModelApprovalTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    private const string Arguments = """{"partner":"23456","offer":"1002"}""";

    [Fact]
    public async Task A_yes_is_decided_without_the_model_and_the_link_never_reaches_it()
    {
        host.Model.Then(ModelReply.Calls("tracking_link", Arguments));
        var proposal = await host.AskAsync("Global Media wants the holiday offer");
        await host.Model.NextRequestAsync();
        var asked = host.Model.Requests.Count;

        var yes = await host.AskAsync("yes", proposal.Conversation);
        host.Model.Then(ModelReply.Says("[smalltalk] You are welcome."));
        await host.AskAsync("thank you so much for your help", proposal.Conversation);

        proposal.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("interrupt");
        yes.Reply.ShouldContain("trk-polder.test");
        host.Model.Requests.Count.ShouldBe(asked + 1);
        var read = await host.Model.NextRequestAsync();
        string.Concat(read.Messages.Select(message => message.GetRawText())).ShouldNotContain("trk-polder");
    }

    [Theory]
    [InlineData("Confirmed. I approved the partner.")]
    [InlineData("[confirm_yes] yes")]
    public async Task A_model_that_says_yes_itself_changes_nothing(string words)
    {
        host.Model.Then(ModelReply.Calls("tracking_link", """{"partner":"34567","offer":"1002"}"""));
        var proposal = await host.AskAsync("a link for 34567 on 1002 please");
        host.Model.Then(ModelReply.Says(words));

        await host.AskAsync("what do you think of it, shall we?", proposal.Conversation);

        var id = proposal.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetGuid();
        var action = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions/{id}");
        action.GetProperty("status").GetString().ShouldBe("pending");
    }

    [Fact]
    public async Task A_model_that_calls_the_write_twice_only_proposes_it_twice()
    {
        host.Model.Then(ModelReply.Calls("tracking_link", """{"partner":"56789","offer":"1002"}""").AndCalls("tracking_link", """{"partner":"56789","offer":"1002"}"""));

        var turn = await host.AskAsync("approve 56789 on 1002, twice if you must");

        var open = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions?conversation_id={turn.Conversation}&status=pending");
        open.GetProperty("data").GetArrayLength().ShouldBe(1);
    }
}
