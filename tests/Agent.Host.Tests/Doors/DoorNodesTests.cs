using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.AgUi;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.OpenAi;
using PromptLab.Host.Tests.PendingActions;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Doors;

/// <summary>What one node proposed is answered on any, once.</summary>
public sealed class DoorNodesTests : IAsyncLifetime
{
    private const string Question = "Global Media wants the holiday offer";

    private TwoNodes _nodes = null!;

    public async Task InitializeAsync()
    {
        _nodes = await TwoNodes.StartAsync();
        _nodes.Model.Then(ModelReply.Calls("tracking_link", """{"partner":"23456","offer":"1002"}"""));
    }

    public async Task DisposeAsync() => await _nodes.DisposeAsync();

    [PostgresFact]
    public async Task A_yes_to_a_completion_counts_once_whichever_nodes_hear_it()
    {
        var proposal = await (await _nodes.A.CompleteAsync(Question)).ReadAnswerAsync();
        (string, string)[] said = [("user", Question), ("assistant", proposal.Text), ("user", "yes")];

        var answers = await Task.WhenAll(_nodes.A.CompleteAsync(said), _nodes.B.CompleteAsync(said));

        answers.ShouldContain(answer => answer.IsSuccessStatusCode);
        var again = await _nodes.B.CompleteAsync(said);
        again.IsSuccessStatusCode.ShouldBeTrue();
        _nodes.Network.Requests.CountOf("PATCH", ApprovalHost.Approve).ShouldBe(1);
        (await _nodes.A.StoredAsync(proposal.Conversation)).Count(message => message.Text.Contains("**Approved:**", StringComparison.Ordinal)).ShouldBe(1);
    }

    [PostgresFact]
    public async Task An_interrupt_of_one_node_is_answered_with_resume_on_another_once()
    {
        var thread = Guid.NewGuid().ToString();
        var proposal = await _nodes.A.SayAsync(thread, "run-1", Question);
        var interrupt = proposal.Last.GetProperty("outcome").GetProperty("interrupts")[0].GetProperty("id").GetString();
        object Resume(string run) => new
        {
            threadId = thread,
            runId = run,
            messages = Array.Empty<object>(),
            resume = new[] { new { interruptId = interrupt, status = "resolved", payload = new { confirmed = true } } },
        };

        using var answered = await _nodes.B.RunAsync(Resume("run-2"));
        var turn = await ChatTurn.ReadAsync(answered);
        using var again = await _nodes.A.RunAsync(Resume("run-3"));

        turn.Conversation.ShouldBe(proposal.Conversation);
        turn.Reply.ShouldContain("**Approved:**");
        _nodes.Network.Requests.CountOf("PATCH", ApprovalHost.Approve).ShouldBe(1);
        (await _nodes.A.GetFromJsonAsync<JsonElement>($"/api/v1/pending-actions/{interrupt}")).GetProperty("status").GetString().ShouldBe("done");
    }
}
