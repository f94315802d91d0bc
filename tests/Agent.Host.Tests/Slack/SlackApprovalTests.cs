using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack;
using PromptLab.Host.Slack.Work;

namespace PromptLab.Host.Tests.Slack;

/// <summary>A yes in Slack, in the page, and in both at once.</summary>
public sealed class SlackApprovalTests(SlackHost host) : IClassFixture<SlackHost>, IAsyncLifetime
{
    private const string Request = "tracking link for partner 23456 on offer 1002";
    private readonly string channel = $"C{Guid.NewGuid():N}";
    private readonly string thread = SlackHost.NextTs();

    public async Task InitializeAsync()
    {
        using var reset = await new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Network.Root }.PostAsync("/__admin/reset", null);
        reset.EnsureSuccessStatusCode();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Confirm_carries_it_out_once_and_the_message_and_the_thread_tell_it()
    {
        var (proposal, action) = await ProposeAsync(SlackHost.Anna);

        await host.PressAsync(SlackHost.Anna, channel, proposal, "confirm", action);
        await host.PressAsync(SlackHost.Anna, channel, proposal, "confirm", action);

        var answers = await host.AnswersAsync(channel, thread, 2);
        await SlackHost.UntilAsync(() => Shown().Contains("Confirmed by local and done", StringComparison.Ordinal));
        SlackWorkspace.Buttons(host.Workspace.InThread(channel, thread)[0], "confirm").ShouldBeEmpty();
        SlackWorkspace.Blocks(answers[1]).ShouldContain("http");
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task A_click_that_is_worked_off_again_after_a_crash_is_not_told_that_somebody_was_faster()
    {
        var (proposal, action) = await ProposeAsync(SlackHost.Anna);
        await host.PressAsync(SlackHost.Anna, channel, proposal, "confirm", action);
        await SlackHost.UntilAsync(() => Shown().Contains("Confirmed by local and done", StringComparison.Ordinal));
        var (same, other) = ($"?{Guid.NewGuid():N}", $"?{Guid.NewGuid():N}");
        var click = new SlackTask
        {
            Owner = "local", Channel = channel, Action = Guid.Parse(action), IsConfirmed = true, ResponseUrl = host.Workspace.ResponseUrl + same,
        };
        var decisions = host.Services.GetRequiredService<SlackDecisions>();

        await decisions.DecideAsync(Entry(attempts: 2), click, default);
        await decisions.DecideAsync(Entry(attempts: 2), click with { IsConfirmed = false, ResponseUrl = host.Workspace.ResponseUrl + other }, default);
        await SlackHost.UntilAsync(() => host.Workspace.ToldAt(other).Count > 0);

        host.Workspace.ToldAt(other).ShouldHaveSingleItem()["text"]!.GetValue<string>().ShouldStartWith("It was already confirmed by you");
        host.Workspace.ToldAt(same).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancel_changes_nothing_and_says_so()
    {
        var (proposal, action) = await ProposeAsync(SlackHost.Anna);

        await host.PressAsync(SlackHost.Anna, channel, proposal, "cancel", action);

        await SlackHost.UntilAsync(() => Shown().Contains("Nothing was changed", StringComparison.Ordinal) && Shown().Contains("Cancelled by local", StringComparison.Ordinal));
        host.Approvals.ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_elses_click_gets_a_sentence_of_their_own_and_changes_nothing()
    {
        var (proposal, action) = await ProposeAsync(SlackHost.Anna);

        await host.PressAsync(SlackHost.Ben, channel, proposal, "confirm", action);

        await SlackHost.UntilAsync(() => host.Workspace.Told.Any(told =>
            told["response_type"]!.GetValue<string>() == "ephemeral" && told["text"]!.GetValue<string>().StartsWith("Only whoever asked", StringComparison.Ordinal)));
        host.Approvals.ShouldBe(0);
        SlackWorkspace.Buttons(host.Workspace.InThread(channel, thread)[0], "confirm").ShouldBe([action]);
    }

    [Fact]
    public async Task Slack_and_the_page_at_once_give_one_execution_and_both_show_it()
    {
        var (proposal, action) = await ProposeAsync(SlackHost.Anna);

        var page = Enumerable.Range(0, 5).Select(_ => host.Client.PostAsync($"/api/v1/pending-actions/{action}/confirm", null));
        var slack = Enumerable.Range(0, 5).Select(_ => host.PressAsync(SlackHost.Anna, channel, proposal, "confirm", action));
        await Task.WhenAll([.. page, .. slack]);

        await SlackHost.UntilAsync(() => Shown().Contains("Confirmed by local and done", StringComparison.Ordinal));
        await host.AnswersAsync(channel, thread, 2);
        host.Approvals.ShouldBe(1);
        var messages = await host.MessagesAsync(await ConversationAsync());
        messages[messages.GetArrayLength() - 1].GetProperty("outcome").GetString().ShouldBe("confirm_yes");
    }

    [Fact]
    public async Task A_decision_in_the_page_takes_the_buttons_away_in_slack_and_tells_the_outcome_in_the_thread()
    {
        var (_, action) = await ProposeAsync(SlackHost.Anna);

        using var decided = await host.Client.PostAsync($"/api/v1/pending-actions/{action}/confirm", null);

        decided.EnsureSuccessStatusCode();
        await SlackHost.UntilAsync(() => Shown().Contains("Confirmed by local and done", StringComparison.Ordinal));
        SlackWorkspace.Blocks((await host.AnswersAsync(channel, thread, 2))[1]).ShouldContain("http");
    }

    [Fact]
    public async Task A_word_in_the_page_decides_what_was_proposed_in_slack()
    {
        await ProposeAsync(SlackHost.Anna);

        var turn = await host.AskAsync("yes", await ConversationAsync());

        turn.Reply.ShouldContain("http");
        await SlackHost.UntilAsync(() => Shown().Contains("Confirmed by local and done", StringComparison.Ordinal));
        host.Approvals.ShouldBe(1);
    }

    [Fact]
    public async Task A_yes_in_the_thread_counts_only_from_the_person_who_asked()
    {
        await ProposeAsync(SlackHost.Ben);

        await host.SendAllAsync(SlackHost.Mention("UCARL", channel, SlackHost.NextTs(), "yes", thread));
        await host.AnswersAsync(channel, thread, 2);
        var before = host.Approvals;
        await host.SendAllAsync(SlackHost.Reply(SlackHost.Ben, channel, SlackHost.NextTs(), "yes", thread));

        await host.AnswersAsync(channel, thread, 3);
        before.ShouldBe(0);
        host.Approvals.ShouldBe(1);
        await SlackHost.UntilAsync(() => Shown().Contains($"Confirmed by <@{SlackHost.Ben}>", StringComparison.Ordinal));
    }

    private static SlackTaskRow Entry(int attempts) => new()
    {
        Id = Guid.NewGuid(),
        Key = "click",
        Thread = "click",
        Kind = SlackTaskKind.Decision,
        Payload = "{}",
        Attempts = attempts,
    };

    private string Shown() => SlackWorkspace.Blocks(host.Workspace.InThread(channel, thread)[0]);

    private async Task<(JsonObject Message, string Action)> ProposeAsync(string user)
    {
        await host.SendAllAsync(SlackHost.Mention(user, channel, thread, Request));
        var message = (await host.AnswersAsync(channel, thread, 1))[0];
        return (message, SlackWorkspace.Buttons(message, "confirm").ShouldHaveSingleItem());
    }

    private async Task<Guid> ConversationAsync() => (await host.Services.GetRequiredService<ConversationLinkRepository>()
        .FindAsync("slack", new SlackThread(SlackHost.Team, channel, thread).OutsideId, "local", default))!.Value;
}
