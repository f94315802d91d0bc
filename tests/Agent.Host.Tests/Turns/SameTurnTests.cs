using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Turns;

/// <summary>One turn, whatever stores it and whichever model plans it.</summary>
public sealed class SameTurnTests
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";
    private const string Arguments = """{"offer":"Summer Promo","country":"Germany","date_range":"last month"}""";

    [PostgresFact]
    public async Task On_postgresql_a_turn_is_stored_and_read_again_by_another_node()
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(DatabaseProvider.PostgreSql);
        string[] settings = [.. database.Settings.SelectMany(setting => new[] { $"--{setting.Key}", setting.Value! })];
        await using var first = await NodeAsync(settings);
        await using var second = await NodeAsync(settings);
        var turn = await first.Host.AskAsync(Question);

        using var response = await second.Host.Client.GetAsync($"/api/v1/turns/{turn.Turn}/events", HttpCompletionOption.ResponseHeadersRead);
        var again = await ChatTurn.ReadAsync(response);
        var followUp = await second.Host.AskAsync("what about France?", turn.Conversation);

        again.Events.Select(item => item.Json.GetRawText()).ShouldBe(turn.Events.Select(item => item.Json.GetRawText()));
        followUp.Reply.ShouldContain("Summer Promo 2024 (1001) · France · 2024-12-01");
    }

    [Fact]
    public async Task With_anthropic_the_answer_is_the_same()
    {
        await using var model = await ScriptedAnthropic.StartAsync();
        model.Then(ModelReply.Calls("top_landing_pages", Arguments));
        await using var anthropic = await NodeAsync(
            "--Models:Default", "claude", "--Models:Providers:claude:Kind", "anthropic", "--Models:Providers:claude:ApiKey", "key",
            "--Models:Providers:claude:Model", "claude-scripted", "--Models:Providers:claude:BaseAddress", model.BaseAddress.ToString());
        await using var offline = await NodeAsync();

        var scripted = await anthropic.Host.AskAsync(Question);
        var builtIn = await offline.Host.AskAsync(Question);

        scripted.Reply.ShouldBe(builtIn.Reply);
        model.Requests.Count.ShouldBe(1);
    }

    private static async Task<Node> NodeAsync(params string[] settings)
    {
        var host = new HostFixture();
        await host.StartAsync(settings);
        return new Node(host);
    }

    private sealed record Node(HostFixture Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
