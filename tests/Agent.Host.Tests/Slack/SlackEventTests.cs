using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Slack;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Slack;

public sealed class SlackEventTests(SlackHost host) : IClassFixture<SlackHost>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";
    private readonly string channel = $"C{Guid.NewGuid():N}";

    [Fact]
    public async Task The_url_is_verified_with_the_challenge()
    {
        using var reply = await host.SendAsync(new JsonObject { ["type"] = "url_verification", ["challenge"] = "3eZbrw1a" });

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonElement.Parse(await reply.Content.ReadAsStringAsync()).GetProperty("challenge").GetString().ShouldBe("3eZbrw1a");
    }

    [Fact]
    public async Task A_mention_is_answered_in_its_thread_with_the_table_and_the_request()
    {
        var ts = SlackHost.NextTs();

        await host.SendAllAsync(SlackHost.Mention(SlackHost.Ben, channel, ts, Question));

        var answer = (await host.AnswersAsync(channel, ts, 1)).ShouldHaveSingleItem();
        SlackWorkspace.Blocks(answer).ShouldContain("Summer LP v2");
        SlackWorkspace.Blocks(answer).ShouldContain("```");
        SlackWorkspace.Blocks(answer).ShouldContain("_Offer: Summer Promo 2024 (1001)");
        SlackWorkspace.Text(answer, "text")!.ShouldContain("Summer LP v2");
    }

    [Fact]
    public async Task Every_event_four_times_out_of_order_and_late_gives_one_answer()
    {
        var (first, second) = (SlackHost.NextTs(), SlackHost.NextTs());
        var mention = SlackHost.Mention(SlackHost.Ben, channel, first, Question);
        var twin = SlackHost.Event("message", SlackHost.Ben, channel, first, $"<@{SlackHost.Bot}> {Question}", null, ("channel_type", "channel"));
        var reply = SlackHost.Reply(SlackHost.Ben, channel, second, "what about France?", first);
        var events = Enumerable.Repeat(new[] { reply, twin, mention }, 4).SelectMany(item => item).ToArray();

        await Task.WhenAll(events.Select(async (item, index) =>
        {
            using var sent = await host.PostAsync(host.Client, "/slack/events", item.ToJsonString(), "application/json", retry: index % 4);
            sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        }));
        await host.AnswersAsync(channel, first, 2);
        await host.SendAllAsync(events);
        await SlackHost.SettleAsync();

        var answers = host.Workspace.InThread(channel, first);
        answers.Count.ShouldBe(2);
        SlackWorkspace.Blocks(answers[0]).ShouldContain("Germany");
        SlackWorkspace.Blocks(answers[1]).ShouldContain("France");
    }

    [Fact]
    public async Task What_was_signed_otherwise_or_too_long_ago_is_refused_and_not_taken_in()
    {
        var ts = SlackHost.NextTs();
        var body = SlackHost.Mention(SlackHost.Ben, channel, ts, Question).ToJsonString();

        using var wrong = await host.PostAsync(host.Client, "/slack/events", body, "application/json", secret: "another-secret");
        using var old = await host.PostAsync(host.Client, "/slack/events", body, "application/json", TimeSpan.FromMinutes(6));
        using var future = await host.PostAsync(host.Client, "/slack/events", body, "application/json", TimeSpan.FromMinutes(-6));
        using var unsigned = await host.Client.PostAsync("/slack/events", new StringContent(body));
        using var command = await host.PostAsync(host.Client, "/slack/commands", "text=help", "application/x-www-form-urlencoded", secret: "another-secret");
        using var button = await host.PostAsync(host.Client, "/slack/interactions", "payload={}", "application/x-www-form-urlencoded", secret: "another-secret");
        await SlackHost.SettleAsync();

        new[] { wrong, old, future, unsigned, command, button }.ShouldAllBe(reply => reply.StatusCode == HttpStatusCode.Unauthorized);
        host.Workspace.InThread(channel, ts).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_agents_own_messages_and_edits_are_ignored()
    {
        var ts = SlackHost.NextTs();
        var mine = SlackHost.Mention(SlackHost.Bot, channel, ts, Question);
        var bots = SlackHost.Event("app_mention", "UOTHERBOT", channel, SlackHost.NextTs(), $"<@{SlackHost.Bot}> hi", ts, ("bot_id", "B1"));
        var changed = SlackHost.Event("message", SlackHost.Ben, channel, SlackHost.NextTs(), $"<@{SlackHost.Bot}> hi", ts, ("subtype", "message_changed"));
        var edited = SlackHost.Mention(SlackHost.Ben, channel, SlackHost.NextTs(), Question, ts);
        edited["event"]!["edited"] = new JsonObject { ["user"] = SlackHost.Ben, ["ts"] = ts };

        await host.SendAllAsync(mine, bots, changed, edited);
        await SlackHost.SettleAsync();

        host.Workspace.InThread(channel, ts).ShouldBeEmpty();
    }

    [Fact]
    public async Task People_who_talk_with_each_other_in_a_thread_are_left_alone()
    {
        var thread = SlackHost.NextTs();
        await host.SendAllAsync(SlackHost.Mention(SlackHost.Ben, channel, thread, Question));
        await host.AnswersAsync(channel, thread, 1);

        await host.SendAllAsync(
            SlackHost.Reply("UCARL", channel, SlackHost.NextTs(), "top offers", thread),
            SlackHost.Reply(SlackHost.Ben, channel, SlackHost.NextTs(), "<@UCARL> can you look at this?", thread));
        await SlackHost.SettleAsync();

        host.Workspace.InThread(channel, thread).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_conversation_begun_in_slack_goes_on_in_the_page_with_what_was_settled()
    {
        var ts = SlackHost.NextTs();
        await host.SendAllAsync(SlackHost.Mention(SlackHost.Anna, channel, ts, Question));
        await host.AnswersAsync(channel, ts, 1);
        var conversation = (await Links.FindAsync("slack", new SlackThread(SlackHost.Team, channel, ts).OutsideId, "local", default))!.Value;

        var turn = await host.AskAsync("what about France?", conversation);

        turn.Reply.ShouldContain("Summer Promo 2024 (1001) · France");
        var messages = await host.MessagesAsync(conversation);
        messages.EnumerateArray().Select(message => message.GetProperty("text").GetString()).First().ShouldBe(Question);
        messages.GetArrayLength().ShouldBe(4);
        host.Workspace.InThread(channel, ts).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_direct_chat_is_one_conversation_answered_without_a_thread()
    {
        var user = $"U{Guid.NewGuid():N}";

        await host.SendAllAsync(SlackHost.Direct(user, SlackHost.NextTs(), Question));
        await host.AnswersAsync($"D{user}", null, 1);
        await host.SendAllAsync(SlackHost.Direct(user, SlackHost.NextTs(), "what about France?"));

        var answers = await host.AnswersAsync($"D{user}", null, 2);
        SlackWorkspace.Blocks(answers[1]).ShouldContain("Summer Promo 2024 (1001) · France");
    }

    [Fact]
    public async Task A_question_with_choices_has_buttons_that_answer_it()
    {
        var ts = SlackHost.NextTs();
        await host.SendAllAsync(SlackHost.Mention(SlackHost.Ben, channel, ts, "best landing page for Lynxbay Password Vault last month"));
        var question = (await host.AnswersAsync(channel, ts, 1))[0];
        var choices = SlackWorkspace.Buttons(question, "choice");
        choices.ShouldNotBeEmpty(question.ToJsonString());

        await host.PressAsync("UCARL", channel, question, "choice_0", choices[0]);
        await SlackHost.UntilAsync(() => host.Workspace.Told.Any(told => told["text"]!.GetValue<string>().Contains("somebody else", StringComparison.Ordinal)));
        await host.PressAsync(SlackHost.Ben, channel, question, "choice_0", choices[0]);

        var answers = await host.AnswersAsync(channel, ts, 2);
        SlackWorkspace.Blocks(answers[1]).ShouldContain("Offer: ");
    }

    [Fact]
    public async Task A_command_is_acknowledged_at_once_and_answered_to_the_person_alone()
    {
        var channelOfCommand = $"C{Guid.NewGuid():N}";
        var body = $"command=%2Fpromptlab&text=help&team_id={SlackHost.Team}&channel_id={channelOfCommand}&user_id={SlackHost.Ben}"
            + $"&trigger_id={Guid.NewGuid():N}&response_url={WebUtility.UrlEncode(host.Workspace.ResponseUrl)}";

        using var reply = await host.PostAsync(host.Client, "/slack/commands", body, "application/x-www-form-urlencoded");
        using var again = await host.PostAsync(host.Client, "/slack/commands", body, "application/x-www-form-urlencoded", retry: 1);

        (await reply.Content.ReadAsStringAsync()).ShouldContain("ephemeral");
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        await SlackHost.UntilAsync(() => Answers().Any());
        await SlackHost.SettleAsync();
        var answer = Answers().ShouldHaveSingleItem();
        answer["response_type"]!.GetValue<string>().ShouldBe("ephemeral");
        host.Workspace.InThread(channelOfCommand, null).ShouldBeEmpty();

        IEnumerable<JsonObject> Answers() => host.Workspace.Told.Where(told => told["replace_original"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Without_settings_the_app_says_that_it_is_not_configured()
    {
        var bare = new HostFixture();
        await bare.StartAsync();

        using var reply = await bare.Client.PostAsync("/slack/events", new StringContent("{}"));

        reply.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        JsonElement.Parse(await reply.Content.ReadAsStringAsync()).GetProperty("code").GetString().ShouldBe("slack_not_configured");
        await bare.DisposeAsync();
    }

    private ConversationLinkRepository Links => host.Services.GetRequiredService<ConversationLinkRepository>();
}
