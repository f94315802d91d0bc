using System.Net;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Planner.Tests.Models;

/// <summary>What holds for every provider, whichever protocol it speaks.</summary>
public sealed class BothProtocolsTests
{
    public static TheoryData<string> Kinds => ModelFixture.Kinds;

    public static TheoryData<string> OpenAiKinds => ModelFixture.OpenAiKinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Text_is_passed_on_piece_by_piece(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("Best page ", "is »Zomer« ", "\"v2\"."));

        var updates = await model.AskAsync();

        updates.Select(u => u.Text).Where(t => t.Length > 0).ShouldBe(["Best page ", "is »Zomer« ", "\"v2\"."]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_piece_arrives_before_the_next_one_is_sent(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        var gate = new TaskCompletionSource();
        // Anthropic sends two events before the first text.
        model.Server.Then(ModelReply.Says("first", "second").HeldAt(kind == "anthropic" ? 3 : 1, gate.Task));

        await using var updates = model.Client.GetStreamingResponseAsync("hello").GetAsyncEnumerator();
        while (await updates.MoveNextAsync() && updates.Current.Text.Length == 0)
        {
        }

        updates.Current.Text.ShouldBe("first");
        gate.SetResult();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tool_calls_are_put_together_from_their_pieces(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Calls(
            new ModelReplyCall("top_landing_pages", """{"offer":"Summer \"Promo\" – 2024","top_n":5}"""), new ModelReplyCall("top_offers", "{}")));

        var response = (await model.AskAsync(new() { Tools = ModelTools.Of("top_landing_pages", "top_offers") })).ToChatResponse();

        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
        calls.Select(c => c.Name).ShouldBe(["top_landing_pages", "top_offers"]);
        calls.Select(c => c.CallId).Distinct().Count().ShouldBe(2);
        calls[0].Arguments!.Select(a => $"{a.Key}={a.Value}").ShouldBe(["offer=Summer \"Promo\" – 2024", "top_n=5"]);
        calls[1].Arguments!.ShouldBeEmpty();
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Token_usage_is_reported(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("hi") with { InputTokens = 812, OutputTokens = 33 });

        var response = (await model.AskAsync()).ToChatResponse();

        response.Usage.ShouldNotBeNull();
        (response.Usage.InputTokenCount, response.Usage.OutputTokenCount).ShouldBe((812, 33));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_whole_answer_can_be_asked_for(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("Good ", "morning").AndCalls("top_offers", """{"top_n":3}"""));

        var response = await model.Client.GetResponseAsync("hello");

        response.Text.ShouldBe("Good morning");
        response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ShouldHaveSingleItem().Name.ShouldBe("top_offers");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_key_the_model_and_the_tools_reach_the_configured_address(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("ok"));

        await model.AskAsync(new() { Tools = ModelTools.Of("top_landing_pages") });

        var request = model.Server.Requests.ShouldHaveSingleItem();
        request.Headers["authorization"].ShouldBe("Bearer secret");
        request.Body.GetProperty("model").GetString().ShouldBe("model-1");
        request.Tools.ShouldBe(["top_landing_pages"]);
        request.LastText.ShouldBe("hello");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_callers_limits_win_over_the_configured_ones(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind, ("MaxOutputTokens", "300"));
        model.Server.Then(ModelReply.Says("a"), ModelReply.Says("b"));

        await model.AskAsync();
        await model.AskAsync(new() { MaxOutputTokens = 50 });

        model.Server.Requests.Select(r => r.Body.GetProperty("max_tokens").GetInt32()).ShouldBe([300, 50]);
    }

    [Theory]
    [InlineData("openai", HttpStatusCode.Unauthorized, null, ModelFailure.RejectedKey)]
    [InlineData("openai", HttpStatusCode.Forbidden, null, ModelFailure.RejectedKey)]
    [InlineData("openai", HttpStatusCode.TooManyRequests, "rate_limit_exceeded", ModelFailure.RateLimited)]
    [InlineData("openai", HttpStatusCode.InternalServerError, null, ModelFailure.Unavailable)]
    [InlineData("openai", HttpStatusCode.ServiceUnavailable, null, ModelFailure.Unavailable)]
    [InlineData("openai", HttpStatusCode.BadRequest, "unsupported_value", ModelFailure.BadRequest)]
    [InlineData("openai", HttpStatusCode.NotFound, "model_not_found", ModelFailure.BadRequest)]
    [InlineData("openai", HttpStatusCode.BadRequest, "context_length_exceeded", ModelFailure.ContextTooLong)]
    [InlineData("anthropic", HttpStatusCode.Unauthorized, "authentication_error", ModelFailure.RejectedKey)]
    [InlineData("anthropic", HttpStatusCode.TooManyRequests, "rate_limit_error", ModelFailure.RateLimited)]
    [InlineData("anthropic", (HttpStatusCode)529, "overloaded_error", ModelFailure.Unavailable)]
    [InlineData("anthropic", HttpStatusCode.BadRequest, "invalid_request_error", ModelFailure.BadRequest)]
    [InlineData("anthropic", HttpStatusCode.RequestEntityTooLarge, "request_too_large", ModelFailure.ContextTooLong)]
    public async Task An_error_status_says_what_kind_of_failure_it_is(string kind, HttpStatusCode status, string? code, ModelFailure failure)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Fails(status, code, message: "secret upstream words"));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        (exception.Failure, exception.Status, exception.UpstreamMessage).ShouldBe((failure, status, "secret upstream words"));
        exception.Message.ShouldNotContain("upstream");
    }

    [Theory]
    [InlineData("openai", "This model's maximum context length is 8192 tokens.")]
    [InlineData("anthropic", "prompt is too long: 210000 tokens > 200000 maximum")]
    public async Task A_conversation_that_is_too_long_is_told_from_other_bad_requests(string kind, string message)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Fails(HttpStatusCode.BadRequest, "invalid_request_error", message: message));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.Failure.ShouldBe(ModelFailure.ContextTooLong);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_wait_that_a_provider_asks_for_is_passed_on(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(40)));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.RetryAfter.ShouldBe(TimeSpan.FromSeconds(40));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_reply_that_is_no_json_is_malformed(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Garbage());

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.Failure.ShouldBe(ModelFailure.MalformedReply);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_breaks_off_is_a_failure_after_what_was_said(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("half an ans").ThenBreaks());
        var text = "";

        var exception = await Should.ThrowAsync<ModelException>(async () =>
        {
            await foreach (var update in model.Client.GetStreamingResponseAsync("hello"))
            {
                text += update.Text;
            }
        });

        (text, exception.Failure).ShouldBe(("half an ans", ModelFailure.Unavailable));
    }

    [Theory]
    [InlineData("openai", "server_error", ModelFailure.Unavailable)]
    [InlineData("openai", "rate_limit_exceeded", ModelFailure.RateLimited)]
    [InlineData("anthropic", "overloaded_error", ModelFailure.Unavailable)]
    [InlineData("anthropic", "rate_limit_error", ModelFailure.RateLimited)]
    [InlineData("anthropic", "authentication_error", ModelFailure.RejectedKey)]
    public async Task An_error_inside_the_stream_says_what_kind_of_failure_it_is(string kind, string code, ModelFailure failure)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("so far").ThenError(code));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.Failure.ShouldBe(failure);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_listening_at_the_address_is_an_unavailable_model(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind, ("BaseAddress", "http://127.0.0.1:1/v1"));

        var exception = await Should.ThrowAsync<ModelException>(() => model.AskAsync());

        exception.Failure.ShouldBe(ModelFailure.Unavailable);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Cancelling_stops_the_call_upstream(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("one").ThenHangs());
        using var stop = new CancellationTokenSource();

        var answer = Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in model.Client.GetStreamingResponseAsync("hello", cancellationToken: stop.Token))
            {
                await stop.CancelAsync();
            }
        });

        await answer;
        await model.Server.Requests[0].Aborted.WaitAsync(Patience.Longest);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_silent_model_is_given_up_after_the_timeout(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind, ("Timeout", "00:00:12"));
        model.Server.Then(ModelReply.Hangs());

        var answer = model.AskAsync();
        var request = await model.Server.NextRequestAsync();
        model.Clock.Advance(TimeSpan.FromSeconds(12));

        (await Should.ThrowAsync<ModelException>(() => answer)).Failure.ShouldBe(ModelFailure.Timeout);
        await request.Aborted.WaitAsync(Patience.Longest);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stream_that_falls_silent_is_given_up_after_the_idle_timeout(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind, ("IdleTimeout", "00:00:07"));
        model.Server.Then(ModelReply.Says("one").ThenHangs());

        var answer = model.AskAsync();
        model.Clock.Advance(await model.Clock.TimerWithin(TimeSpan.FromSeconds(7)));

        (await Should.ThrowAsync<ModelException>(() => answer)).Failure.ShouldBe(ModelFailure.Timeout);
    }

    [Theory]
    [MemberData(nameof(OpenAiKinds))]
    public async Task A_server_that_answers_whole_is_understood(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind);
        model.Server.Then(ModelReply.Says("Good ", "morning").AndCalls("top_offers", """{"top_n":3}""").Whole());

        var response = (await model.AskAsync()).ToChatResponse();

        response.Text.ShouldBe("Good morning");
        response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ShouldHaveSingleItem().Name.ShouldBe("top_offers");
        response.Usage!.InputTokenCount.ShouldBe(900);
    }

    [Theory]
    [MemberData(nameof(OpenAiKinds))]
    public async Task A_local_server_needs_no_key(string kind)
    {
        await using var model = await ModelFixture.StartAsync(kind, ("ApiKey", ""));
        model.Server.Then(ModelReply.Says("ok"));

        var updates = await model.AskAsync();

        updates[0].Text.ShouldBe("ok");
    }
}
