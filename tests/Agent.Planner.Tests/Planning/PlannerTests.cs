using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>What holds for every planner. Each one that is built in runs all of it.</summary>
public abstract class PlannerTests(string planner) : IAsyncLifetime
{
    private PlannerBench _bench = null!;

    public async Task InitializeAsync() => _bench = await PlannerBench.StartAsync(planner);

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
    public async Task Earlier_messages_are_told_in_their_order_with_every_request_of_the_turn()
    {
        _bench.History = [new(true, "hello"), new(false, "What would you like to know?")];
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Says("They are few."));

        await _bench.RunAsync("clicks");

        _bench.Model.Requests.Count.ShouldBe(2);
        _bench.Model.Requests.ShouldAllBe(request => request.Messages.Take(4)
            .Select(message => $"{message.GetProperty("role").GetString()}: {message.GetProperty("content").GetString()}")
            .SequenceEqual(new[] { "system: You are a test.", "user: hello", "assistant: What would you like to know?", "user: clicks" }));
    }

    [Fact]
    public async Task The_model_is_told_the_whole_schema_of_every_tool()
    {
        _bench.Model.Then(ModelReply.Says("[smalltalk] Hello."));

        await _bench.RunAsync("hi");

        _bench.Model.Requests[0].Body.GetProperty("tools").EnumerateArray()
            .ShouldAllBe(tool => JsonElement.DeepEquals(tool.GetProperty("function").GetProperty("parameters"), _bench.Read.Descriptor.Schema));
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

            await both.Task.WaitAsync(Patience.Longest);
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
        var progress = await _bench.Output.Progress.Task.WaitAsync(Patience.Longest);
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
        await _bench.Model.Requests[0].Aborted.WaitAsync(Patience.Longest);
    }

    [Fact]
    public async Task Stopping_a_turn_while_a_tool_is_at_work_ends_it_without_a_word()
    {
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Read.Answer = async subject =>
        {
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
            return ScriptedTool.Answers(subject, subject);
        };
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""));
        var running = _bench.RunAsync("clicks", cancellationToken: stop.Token);
        await started.Task;

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(running);
        _bench.Output.Shown.ShouldBeEmpty();
        _bench.Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_model_that_fails_fails_the_turn_when_nothing_stands_in()
    {
        _bench.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));

        var turn = _bench.RunAsync("hello");

        (await Should.ThrowAsync<ModelException>(turn)).Failure.ShouldBe(ModelFailure.RejectedKey);
    }

    [Fact]
    public async Task Text_is_shown_while_the_model_still_writes()
    {
        var rest = new TaskCompletionSource();
        _bench.Model.Then(ModelReply.Says("[help] I can ", "tell.").HeldAt(1, rest.Task));

        var turn = _bench.RunAsync("help");
        var first = await _bench.Output.FirstText.Task.WaitAsync(Patience.Longest);
        rest.SetResult();
        await turn;

        first.ShouldBe("I can ");
        _bench.Output.Shown.ShouldBe("I can tell.\n");
    }

    [Fact]
    public async Task What_a_model_says_before_its_calls_comes_first()
    {
        _bench.Model.Then(ModelReply.Says("Let me look.").AndCalls("read_figures", """{"subject":"clicks"}"""));

        await _bench.RunAsync("how many clicks?");

        _bench.Output.Shown.ShouldBe("Let me look.\n**clicks**: 42 clicks\n");
    }

    [Fact]
    public async Task Every_call_of_a_reply_has_a_result_when_the_model_is_asked_again()
    {
        _bench.Model.Then(
            ModelReply.Calls(
                new ModelReplyCall("read_figures", """{"subject":"one","commentary":true}"""),
                new ModelReplyCall("no-such-tool", "{}"),
                new ModelReplyCall("read_figures", """{"subject":""")),
            ModelReply.Says("Done."));

        await _bench.RunAsync("three");

        var messages = _bench.Model.Requests[1].Messages;
        var calls = messages.Single(message => message.TryGetProperty("tool_calls", out _)).GetProperty("tool_calls").EnumerateArray().ToList();
        calls.Select(call => call.GetProperty("function").GetProperty("name").GetString()).ShouldBe(["read_figures", "no-such-tool", "read_figures"]);
        messages.Where(message => message.GetProperty("role").GetString() == "tool").Select(message => message.GetProperty("tool_call_id").GetString())
            .ShouldBe(calls.Select(call => call.GetProperty("id").GetString()));
        _bench.Output.Finished.Select(call => call.Status).Order().ShouldBe(["answered", "rejected", "rejected"]);
    }

    [Fact]
    public async Task A_write_beside_other_calls_ends_the_turn_with_all_results_shown()
    {
        _bench.Model.Then(ModelReply.Calls(
            new ModelReplyCall("read_figures", """{"subject":"clicks","commentary":true}"""), new ModelReplyCall("write_link", """{"subject":"link"}""")));

        var result = await _bench.RunAsync("clicks, why, and a link");

        _bench.Model.Requests.Count.ShouldBe(1);
        _bench.Output.Shown.ShouldBe("**clicks**: 42 clicks\nMake the link?\n");
        result.Outcome.ShouldBe(PlannerOutcome.Proposal);
        result.Proposed.ShouldHaveSingleItem().CallId.ShouldNotBeNull();
    }

    [Fact]
    public async Task More_calls_at_once_than_a_turn_may_make_are_not_run()
    {
        _bench.Model.Then(ModelReply.Calls([.. Enumerable.Repeat(new ModelReplyCall("read_figures", """{"subject":"clicks"}"""), 4)]));

        var result = await _bench.RunAsync("everything", maxToolCalls: 3);

        _bench.Read.Runs.ShouldBeEmpty();
        _bench.Model.Requests.Count.ShouldBe(1);
        result.Outcome.ShouldBe(PlannerOutcome.Problem);
        _bench.Output.Shown.ShouldContain("more than 3 look-ups");
    }

    [Fact]
    public async Task A_turn_that_has_used_its_tokens_is_not_continued()
    {
        _bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}""") with { InputTokens = 60_000 });

        var result = await _bench.RunAsync("why?");

        _bench.Model.Requests.Count.ShouldBe(1);
        result.Outcome.ShouldBe(PlannerOutcome.Problem);
    }

    [Fact]
    public async Task The_settings_of_the_prompt_file_reach_the_model()
    {
        _bench.Prompt = PlannerBench.PromptOf("You are a test of {{$what}}.", new(0.25f, 300, 0.5f, ["END"]), new PromptInput("what", "", "<planners>", false));
        _bench.Model.Then(ModelReply.Says("[smalltalk] Hello."));

        await _bench.RunAsync("hi");

        var body = _bench.Model.Requests[0].Body;
        _bench.Model.Requests[0].Messages[0].GetProperty("content").GetString().ShouldBe("You are a test of <planners>.");
        body.GetProperty("temperature").GetDouble().ShouldBe(0.25);
        body.GetProperty("max_tokens").GetInt32().ShouldBe(300);
        body.GetProperty("top_p").GetDouble().ShouldBe(0.5);
        body.GetProperty("stop").EnumerateArray().Single().GetString().ShouldBe("END");
    }

    [Fact]
    public async Task The_stand_in_goes_on_where_the_model_fails_and_the_person_is_told()
    {
        await using var bench = await PlannerBench.StartAsync(planner, ("Models:Fallback", "second"));
        bench.Model.Then(
            ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Fails(HttpStatusCode.Unauthorized),
            ModelReply.Says("Those 42 clicks are few."));

        await bench.RunAsync("why so few?");

        bench.Output.Notices.ShouldBe(["model_fallback"]);
        bench.Output.Shown.ShouldEndWith("Those 42 clicks are few.\n");
        bench.Model.Requests[2].Messages[^1].GetProperty("content").GetString().ShouldBe("clicks: 42 clicks");
    }

    [Fact]
    public async Task A_model_that_is_busy_is_asked_again()
    {
        await using var bench = await PlannerBench.StartAsync(planner, ("Models:Providers:scripted:Retries", "1"), ("Models:Providers:scripted:RetryDelay", "00:00:00.010"));
        bench.Model.Then(ModelReply.Fails(HttpStatusCode.ServiceUnavailable), ModelReply.Calls("read_figures", """{"subject":"clicks"}"""));

        var result = await bench.RunAsync("clicks");

        result.Outcome.ShouldBe(PlannerOutcome.Answer);
    }

    [Fact]
    public async Task A_model_of_another_protocol_is_planned_with_in_the_same_way()
    {
        await using var bench = await PlannerBench.StartWithAnthropicAsync(planner);
        bench.Model.Then(ModelReply.Calls("read_figures", """{"subject":"clicks","commentary":true}"""), ModelReply.Says("Those 42 clicks are few."));

        var result = await bench.RunAsync("why so few clicks?");

        bench.Output.Shown.ShouldBe("**clicks**: 42 clicks\nThose 42 clicks are few.\n");
        bench.Model.Requests[0].Tools.ShouldBe(["read_figures", "write_link"]);
        (result.InputTokens, result.OutputTokens).ShouldBe((1_800, 36));
    }
}
