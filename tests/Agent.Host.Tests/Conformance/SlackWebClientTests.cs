using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>The client of Slack's own npm package, pointed at the host.</summary>
public sealed class SlackWebClientTests(SlackWebClientTests.Talk talk) : IClassFixture<SlackWebClientTests.Talk>
{
    private JsonElement Report => talk.Report;

    [NodeFact]
    public void It_knows_whose_key_it_is()
    {
        Report.GetProperty("identity").GetProperty("user").GetString().ShouldBe("anna");
        Report.GetProperty("identity").GetProperty("user_id").GetString()!.ShouldStartWith("U");
        Report.GetProperty("echo").GetProperty("args").GetProperty("foo").GetString().ShouldBe("bar");
    }

    [NodeFact]
    public void It_posts_a_question_and_reads_the_answer_in_the_thread()
    {
        var posted = Report.GetProperty("question").GetProperty("posted");
        var answer = Report.GetProperty("question").GetProperty("answer");

        posted.GetProperty("channel").GetString().ShouldBe("#reports");
        posted.GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("Which landing page");
        answer.GetProperty("text").GetString()!.ShouldContain("*Summer LP v2 (5001)*");
        answer.GetProperty("thread_ts").GetString().ShouldBe(posted.GetProperty("ts").GetString());
        answer.GetProperty("blocks").GetRawText().ShouldContain("```");
    }

    [NodeFact]
    public void A_reply_in_the_thread_goes_on_with_the_conversation() =>
        Report.GetProperty("followUp").GetProperty("answer").GetProperty("text").GetString()!.ShouldContain("Summer Promo 2024 (1001) · France");

    [NodeFact]
    public void A_yes_in_the_thread_answers_the_pending_action()
    {
        var proposal = Report.GetProperty("proposal").GetProperty("answer");

        proposal.GetProperty("text").GetString()!.ShouldContain("Answer *yes* to confirm or *no* to cancel.");
        proposal.GetProperty("metadata").GetProperty("event_payload").GetProperty("pending_action_id").GetGuid().ShouldNotBe(Guid.Empty);
        Report.GetProperty("confirmed").GetProperty("answer").GetProperty("metadata").GetProperty("event_payload").GetProperty("outcome").GetString().ShouldBe("confirm_yes");
    }

    [NodeFact]
    public void Timestamps_are_unique_and_in_order_and_pages_follow_each_other()
    {
        var thread = Report.GetProperty("after").GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("ts").GetString()!).ToList();

        thread.Count.ShouldBe(8);
        thread.ShouldBe(thread.Order(StringComparer.Ordinal).Distinct());
        var pages = Report.GetProperty("pages").EnumerateArray().ToList();
        pages.Select(page => page.GetArrayLength()).ShouldBe([3, 3, 2]);
        pages.SelectMany(page => page.EnumerateArray()).Select(ts => ts.GetString()).ShouldBe(thread);
    }

    [NodeFact]
    public void An_update_changes_the_post_and_asks_nothing_anew()
    {
        var parent = Report.GetProperty("after").GetProperty("messages")[0];

        parent.GetProperty("text").GetString().ShouldBe("Which landing page *was* best?");
        parent.GetProperty("edited").GetProperty("ts").GetString().ShouldNotBeNullOrEmpty();
        parent.GetProperty("reply_count").GetInt32().ShouldBe(7);
        Report.GetProperty("updated").GetProperty("text").GetString().ShouldBe("Which landing page *was* best?");
    }

    [NodeFact]
    public void The_history_of_a_channel_has_the_first_messages_of_its_threads()
    {
        var messages = Report.GetProperty("history").GetProperty("messages");

        messages.EnumerateArray().ShouldHaveSingleItem().GetProperty("ts").GetString().ShouldBe(Report.GetProperty("question").GetProperty("posted").GetProperty("ts").GetString());
    }

    [NodeFact]
    public void Errors_come_as_slacks_own() =>
        Report.GetProperty("errors").EnumerateObject().ShouldAllBe(error => error.Value.GetString() == error.Name);

    /// <summary>One conversation of the client with a host, which all tests look at.</summary>
    public sealed class Talk : HostFixture
    {
        private const string Folder = "tests/Agent.Host.Tests/Conformance";

        public JsonElement Report { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            using var anna = await SignInAsync("anna");
            var key = anna.DefaultRequestHeaders.Authorization!.Parameter!;
            Report = JsonElement.Parse(await NodeScript.RunAsync(Folder, ["slack-post.mjs", Address.ToString(), key]));
        }
    }
}
