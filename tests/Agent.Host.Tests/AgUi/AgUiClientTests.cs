using PromptLab.Host.Tests.Conformance;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.AgUi;

/// <summary>npm's <c>@ag-ui/client</c>, as it is, against the running service. It looks at the real clock, so the service runs on it, too.</summary>
public sealed class AgUiClientTests : IAsyncLifetime
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";
    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-agui-").FullName;
    private HostProcess _host = null!;

    private Uri Door => new(_host.Client.BaseAddress!, "/agui");

    public async Task InitializeAsync() => _host = await HostProcess.StartAsync(_data, []);

    public Task DisposeAsync()
    {
        _host.Dispose();
        Directory.Delete(_data, recursive: true);
        return Task.CompletedTask;
    }

    [NodeFact]
    public async Task A_conversation_is_held_under_the_clients_own_ids()
    {
        var client = await AgUiPackage.ConverseAsync(Door, Question, "what about France?");

        client.Runs.Select(run => (run.ThreadId, run.RunId)).ShouldBe(client.Runs.Select(run => (run.Asked.ThreadId, run.Asked.RunId)));
        client.Runs.Select(run => run.Outcome).ShouldBe(["success", "success"]);
        client.Messages.Last(message => message.Role == "assistant" && message.Content is not null).Content.ShouldNotBeNull().ShouldContain("· France ·");
        client.State.GetProperty("last").GetProperty("args").GetProperty("country").GetString().ShouldBe("FR");
    }

    [NodeFact]
    public async Task A_proposal_interrupts_the_run_and_is_resumed()
    {
        var client = await AgUiPackage.ConverseAsync(Door, "tracking link for partner 56789 on offer 1002", "yes");

        client.Runs.Select(run => run.Outcome).ShouldBe(["interrupt", "success"]);
        client.Runs[0].Cards.Select(card => card.GetProperty("kind").GetString()).ShouldBe(["confirmation"]);
        client.Runs[1].Cards.Select(card => card.GetProperty("kind").GetString()).ShouldBe(["link"]);
    }

    [NodeFact]
    public async Task A_proposal_that_is_turned_down_changes_nothing()
    {
        var client = await AgUiPackage.ConverseAsync(Door, "tracking link for partner 56789 on offer 1002", "no");

        client.Runs.Select(run => run.Outcome).ShouldBe(["interrupt", "success"]);
        client.Runs[1].Cards.ShouldBeEmpty();
    }
}
