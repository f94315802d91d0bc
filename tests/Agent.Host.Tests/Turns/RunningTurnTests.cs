using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Turns;

/// <summary>Turns that are still being answered.</summary>
public sealed class RunningTurnTests : IAsyncLifetime
{
    private readonly ScriptedModelHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_scripted_model_plans_the_same_turn_with_one_call()
    {
        _host.Model.Then(ModelReply.Calls("top_landing_pages", """{"offer":"Summer Promo","country":"Germany","date_range":"last month"}"""));

        var turn = await _host.AskAsync("Which landing page is best for Summer Promo in Germany last month?");

        turn.Reply.ShouldContain("Summer LP v2");
        turn.Last.GetProperty("usage")[0].GetProperty("inputTokens").GetInt32().ShouldBe(900);
        _host.Model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_a_turn_ends_its_stream_as_cancelled_and_stops_the_model()
    {
        _host.Model.Then(ModelReply.Hangs());
        var (turn, stream) = await StartAsync("hello");
        var upstream = await _host.Model.NextRequestAsync();

        using var stopped = await _host.Client.PostAsync($"/api/v1/turns/{turn}/cancel", null);
        var events = (await ChatTurn.ReadAsync(stream)).Events;

        stopped.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        events[^1].Json.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        await upstream.Aborted.WaitAsync(Patience.Longest);
    }

    [Fact]
    public async Task A_second_message_is_told_which_turn_is_still_running()
    {
        _host.Model.Then(ModelReply.Hangs());
        var (turn, stream) = await StartAsync("hello");
        var conversation = Guid.Parse(stream.Headers.GetValues("X-Conversation-Id").Single());

        using var second = await _host.Client.PostAsJsonAsync("/api/v1/chat", new { message = "and?", conversation_id = conversation });

        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await second.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("code").GetString().ShouldBe("turn_running");
        problem.GetProperty("turn_id").GetGuid().ShouldBe(turn);
    }

    [Fact]
    public async Task Closing_the_connection_does_not_stop_the_turn()
    {
        var goOn = new TaskCompletionSource();
        _host.Model.Then(ModelReply.Says("[smalltalk] Hello", " again.").HeldAt(1, goOn.Task));
        var (turn, stream) = await StartAsync("hello");
        await _host.Model.NextRequestAsync();

        stream.Dispose();
        goOn.SetResult();
        using var again = await _host.Client.GetAsync($"/api/v1/turns/{turn}/events", HttpCompletionOption.ResponseHeadersRead);
        var read = await ChatTurn.ReadAsync(again);

        read.Reply.ShouldBe("Hello again.");
        read.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("success");
    }

    [Fact]
    public async Task A_turn_that_takes_too_long_is_stopped_with_a_reason()
    {
        await _host.RestartAsync("--Turns:Timeout", "00:00:01");
        _host.Model.Then(ModelReply.Hangs());

        var turn = await _host.AskAsync("hello");

        turn.Last.GetProperty("code").GetString().ShouldBe("turn_timeout");
    }

    [Fact]
    public async Task When_the_model_is_away_the_built_in_planner_answers_and_says_so()
    {
        _host.Model.Always(ModelReply.Fails(HttpStatusCode.InternalServerError));

        var turn = await _host.AskAsync("search offers: winter");

        turn.Of("CUSTOM").Select(item => item.Json.GetProperty("value")).ShouldContain(value =>
            value.GetProperty("code").GetString() == "model_fallback");
        turn.Reply.ShouldContain("Winter Campaign");
    }

    [Fact]
    public async Task Too_many_messages_in_a_minute_are_asked_to_wait()
    {
        await _host.RestartAsync("--Turns:PerMinute", "1");
        _host.Model.Always(ModelReply.Says("[smalltalk] Hi."));
        await _host.AskAsync("one");

        using var second = await _host.Client.PostAsJsonAsync("/api/v1/chat", new { message = "two" });

        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        second.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Asking_while_the_conversation_still_answers_does_not_count_as_a_message()
    {
        await _host.RestartAsync("--Turns:PerMinute", "2");
        _host.Model.Then(ModelReply.Hangs()).Then(ModelReply.Says("[smalltalk] Hi."));
        var (turn, stream) = await StartAsync("hello");
        var conversation = Guid.Parse(stream.Headers.GetValues("X-Conversation-Id").Single());
        foreach (var _ in Enumerable.Range(0, 3))
        {
            using var busy = await _host.Client.PostAsJsonAsync("/api/v1/chat", new { message = "and?", conversation_id = conversation });
            busy.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        }

        using var stopped = await _host.Client.PostAsync($"/api/v1/turns/{turn}/cancel", null);
        await ChatTurn.ReadAsync(stream);
        var second = await _host.AskAsync("and?", conversation);

        second.Reply.ShouldBe("Hi.");
    }

    [Fact]
    public async Task The_daily_share_of_tokens_outlives_a_restart()
    {
        _host.Model.Always(ModelReply.Says("[smalltalk] Hi."));
        await _host.AskAsync("one");
        await _host.RestartAsync("--Turns:MaxTokensPerDay", "500");

        using var second = await _host.Client.PostAsJsonAsync("/api/v1/chat", new { message = "two" });

        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("token_limit");
    }

    [Theory]
    [InlineData("--Turns:MaxTokensPerDay", "500")]
    [InlineData("--Turns:PerMinute", "1")]
    public async Task A_question_asked_again_with_its_key_has_its_answer_whatever_the_limits_say(string limit, string value)
    {
        await _host.RestartAsync(limit, value);
        _host.Model.Always(ModelReply.Says("[smalltalk] Hi."));

        var first = await AskWithKeyAsync("one", "key-of-one");
        var again = await AskWithKeyAsync("one", "key-of-one");
        var other = await AskWithKeyAsync("two", "key-of-two");

        (first.Status, again.Status, other.Status).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests));
        again.Answer.GetProperty("turn_id").GetString().ShouldBe(first.Answer.GetProperty("turn_id").GetString());
    }

    [Fact]
    public async Task A_service_that_stops_ends_its_turns_as_interrupted_and_keeps_the_message()
    {
        _host.Model.Then(ModelReply.Hangs());
        var (turn, stream) = await StartAsync("keep me");
        var conversation = stream.Headers.GetValues("X-Conversation-Id").Single();
        await _host.Model.NextRequestAsync();

        await _host.RestartAsync();

        using var again = await _host.Client.GetAsync($"/api/v1/turns/{turn}/events", HttpCompletionOption.ResponseHeadersRead);
        (await ChatTurn.ReadAsync(again)).Last.GetProperty("code").GetString().ShouldBe("interrupted");
        var messages = await _host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        messages.GetProperty("data")[0].GetProperty("text").GetString().ShouldBe("keep me");
    }

    private async Task<(Guid Turn, HttpResponseMessage Stream)> StartAsync(string message)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat")
        {
            Headers = { Accept = { new("text/event-stream") } },
            Content = JsonContent.Create(new { message }),
        };
        var stream = await _host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (Guid.Parse(stream.Headers.GetValues("X-Turn-Id").Single()), stream);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> AskWithKeyAsync(string message, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/chat") { Content = JsonContent.Create(new { message }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await _host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
