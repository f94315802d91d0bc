using System.Net;
using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Planning;

public sealed class ExtensionsAiPlannerTests : IAsyncLifetime
{
    private PlannerBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlannerBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task An_ordinary_turn_takes_one_model_call_and_shows_the_rendered_answer()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var result = await _bench.RunAsync("how many clicks?");

        _bench.Output.Shown.ShouldBe("**clicks**: 42 clicks\n");
        _bench.Model.Requests.Count.ShouldBe(1);
        result.Outcome.ShouldBe(PlannerOutcome.Answer);
    }

    [Fact]
    public async Task What_was_resolved_becomes_the_conversations_state()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var result = await _bench.RunAsync("how many clicks?");

        result.State.Last!.Tool.ShouldBe("read_figures");
        result.State.Last.Args.ToJsonString().ShouldBe("""{"subject":"clicks"}""");
        result.State.Shown!["offer"].ShouldBe(new ShownEntity(7, "Seven"));
    }

    [Fact]
    public async Task The_state_is_given_to_the_model_as_data()
    {
        _bench.Model.Then(ModelReply.Says("[smalltalk] Hello."));

        await _bench.RunAsync("hi", new ConversationState { Last = new SettledCall("read_figures", new JsonObject { ["subject"] = "clicks" }) });

        var state = _bench.Model.Requests[0].Messages[1];
        state.GetProperty("role").GetString().ShouldBe("system");
        state.GetProperty("content").GetString().ShouldBe("""Conversation state: {"last":{"tool":"read_figures","args":{"subject":"clicks"}}}""");
    }

    [Fact]
    public async Task A_comment_that_was_asked_for_comes_after_the_figures_from_the_digest()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Says("Those 42 clicks ", "are few."));

        await _bench.RunAsync("why so few clicks?");

        _bench.Output.Shown.ShouldBe("**clicks**: 42 clicks\nThose 42 clicks are few.\n");
        _bench.Model.Requests[1].Messages[^1].GetProperty("content").GetString().ShouldBe("clicks: 42 clicks");
    }

    [Fact]
    public async Task A_figure_that_the_model_made_up_is_marked()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Says("Up 37", " % on 42."));

        await _bench.RunAsync("why?");

        _bench.Output.Shown.ShouldEndWith("Up 37 (unverified) % on 42.\n");
    }

    [Fact]
    public async Task Independent_reads_run_side_by_side_and_are_shown_in_their_order()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        _bench.Read.Answer = async subject =>
        {
            if (Interlocked.Increment(ref running) == 2)
            {
                both.SetResult();
            }

            await both.Task.WaitAsync(TimeSpan.FromSeconds(30));
            return ScriptedTool.Answers(subject, subject);
        };
        _bench.Model.Then(ModelReply.Calls(new ModelReplyCall("read_figures", """{"subject":"one"}"""), new ModelReplyCall("read_figures", """{"subject":"two"}""")));

        await _bench.RunAsync("both");

        _bench.Output.Shown.ShouldBe("one\ntwo\n");
    }

    [Fact]
    public async Task An_unknown_tool_is_corrected_once()
    {
        _bench.Model.Then(ModelReply.Calls("read_figure", "{}"), ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var result = await _bench.RunAsync("clicks");

        result.Outcome.ShouldBe(PlannerOutcome.Answer);
        _bench.Model.Requests[1].Messages[^1].GetProperty("content").GetString()!.ShouldContain("read_figures, write_link");
    }

    [Theory]
    [InlineData("read_figure", "{}")]
    [InlineData("read_figures", """{"topic":"clicks"}""")]
    [InlineData("read_figures", """{"subject":""")]
    public async Task A_model_that_errs_twice_ends_in_a_clear_failure(string tool, string arguments)
    {
        _bench.Model.Always(ModelReply.Calls(tool, arguments));

        var result = await _bench.RunAsync("clicks");

        result.Outcome.ShouldBe(PlannerOutcome.Problem);
        _bench.Output.Shown.ShouldContain("in other words");
        _bench.Model.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_model_that_goes_in_circles_is_stopped_by_the_cap()
    {
        _bench.Model.Always(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""));

        var result = await _bench.RunAsync("clicks", maxToolCalls: 3);

        _bench.Read.Runs.Count.ShouldBe(3);
        result.Outcome.ShouldBe(PlannerOutcome.Problem);
    }

    [Fact]
    public async Task A_write_ends_the_turn_even_when_a_comment_was_asked_for()
    {
        _bench.Model.Then(ModelReply.Calls("write_link", """{"subject":"link","commentary":true}"""));

        await _bench.RunAsync("link, and why?");

        _bench.Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_argument_becomes_a_question_with_choices()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", "{}"));

        var result = await _bench.RunAsync("figures");

        _bench.Output.Shown.ShouldBe("Which subject?\n");
        _bench.Output.Cards.Single().Kind.ShouldBe("question");
        result.Outcome.ShouldBe(PlannerOutcome.Clarify);
        result.State.AwaitingAnswer.ShouldBeTrue();
        result.State.Known!.Tool.ShouldBe("read_figures");
    }

    [Fact]
    public async Task An_exception_in_a_tool_is_never_shown()
    {
        _bench.Read.Answer = _ => throw new InvalidOperationException("secret detail");
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var result = await _bench.RunAsync("clicks");

        result.Outcome.ShouldBe(PlannerOutcome.Problem);
        _bench.Output.Shown.ShouldNotContain("secret");
        _bench.Output.Shown.ShouldContain("Reference:");
    }

    [Fact]
    public async Task The_mark_of_a_plain_reply_becomes_its_outcome()
    {
        _bench.Model.Then(ModelReply.Says("[clar", "ify] Which", " offer?"));

        var result = await _bench.RunAsync("link");

        _bench.Output.Shown.ShouldBe("Which offer?\n");
        result.Outcome.ShouldBe(PlannerOutcome.Clarify);
        result.State.AwaitingAnswer.ShouldBeTrue();
    }

    [Fact]
    public async Task Tokens_are_added_up_over_all_model_calls()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Says("Few."));

        var result = await _bench.RunAsync("why?");

        (result.InputTokens, result.OutputTokens).ShouldBe((1_800, 36));
    }

    [Fact]
    public async Task A_tool_that_takes_its_time_says_that_it_is_at_work()
    {
        var goOn = new TaskCompletionSource();
        _bench.Read.Answer = async _ =>
        {
            await goOn.Task;
            return ScriptedTool.Answers("done", "done");
        };
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var turn = _bench.RunAsync("clicks");
        var progress = await _bench.Output.Progress.Task.WaitAsync(TimeSpan.FromSeconds(30));
        goOn.SetResult();
        await turn;

        progress.Step.ShouldBe("report");
        _bench.Output.Shown.ShouldBe("done\n");
    }

    [Fact]
    public async Task Stopping_a_turn_stops_the_model()
    {
        _bench.Model.Then(ModelReply.Hangs());
        using var stop = new CancellationTokenSource();

        var turn = _bench.RunAsync("hello", cancellationToken: stop.Token);
        await _bench.Model.NextRequestAsync();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(turn);
        await _bench.Model.Requests[0].Aborted.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_model_that_fails_fails_the_turn_when_nothing_stands_in()
    {
        _bench.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));

        var turn = _bench.RunAsync("hello");

        (await Should.ThrowAsync<ModelException>(turn)).Failure.ShouldBe(ModelFailure.RejectedKey);
    }
}
