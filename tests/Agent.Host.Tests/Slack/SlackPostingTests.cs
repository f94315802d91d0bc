using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Slack;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Slack;

/// <summary>Posting in Slack's manner, where its own client does not go.</summary>
public sealed class SlackPostingTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("application/json", """{"channel":"C1","text":"help"}""", null)]
    [InlineData("application/x-www-form-urlencoded", "channel=C1&text=help", null)]
    [InlineData("application/json", "{", "invalid_json")]
    [InlineData("application/json", "[]", "json_not_object")]
    [InlineData("text/plain", "help", "invalid_post_type")]
    [InlineData("application/json", """{"text":"help"}""", "channel_not_found")]
    [InlineData("application/json", """{"channel":"C1","text":" "}""", "no_text")]
    [InlineData("application/json", """{"channel":"C1","text":"help","thread_ts":"yesterday"}""", "invalid_thread_ts")]
    public async Task A_post_is_read_as_slack_reads_it_and_a_fault_is_an_answer(string type, string body, string? error)
    {
        using var reply = await host.Client.PostAsync("/api/slack/chat.postMessage", new StringContent(body, Encoding.UTF8, type));

        reply.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = await reply.Content.ReadFromJsonAsync<JsonElement>();
        json.GetProperty("ok").GetBoolean().ShouldBe(error is null);
        (error is null ? null : json.GetProperty("error").GetString()).ShouldBe(error);
    }

    [Fact]
    public async Task Nothing_is_written_by_a_request_that_a_foreign_page_could_make_a_browser_send()
    {
        var json = await host.Client.GetFromJsonAsync<JsonElement>("/api/slack/chat.postMessage?channel=C6&text=yes");

        json.GetProperty("error").GetString().ShouldBe("unknown_method");
        (await CallAsync("conversations.history", new { channel = "C6" })).GetProperty("messages").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_message_too_long_is_refused()
    {
        var json = await CallAsync("chat.postMessage", new { channel = "C1", text = new string('x', 8001) });

        json.GetProperty("error").GetString().ShouldBe("msg_too_long");
    }

    [Fact]
    public async Task The_key_may_be_an_argument_and_what_somebody_posted_is_theirs_alone()
    {
        using var anna = await host.SignInAsync("anna");
        var token = anna.DefaultRequestHeaders.Authorization!.Parameter;
        var posted = await CallAsync("chat.postMessage", new { channel = "C2", text = "help", token });
        var ts = posted.GetProperty("ts").GetString();

        var mine = await CallAsync("conversations.replies", new { channel = "C2", ts, token });
        var theirs = await CallAsync("conversations.replies", new { channel = "C2", ts });
        var unknown = await CallAsync("auth.test", new { token = "plk_unknown" });

        mine.GetProperty("ok").GetBoolean().ShouldBeTrue();
        theirs.GetProperty("error").GetString().ShouldBe("thread_not_found");
        unknown.GetProperty("error").GetString().ShouldBe("invalid_auth");
    }

    [Fact]
    public async Task Who_shows_no_key_and_is_not_on_this_machine_is_nobody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/slack/auth.test") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };

        using var reply = await host.Client.SendAsync(request);

        (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe("not_authed");
    }

    [Fact]
    public async Task Ten_posts_at_once_in_a_thread_are_answered_each_in_order()
    {
        var thread = (await CallAsync("chat.postMessage", new { channel = "C3", text = "help" })).GetProperty("ts").GetString();

        var posts = await Task.WhenAll(Enumerable.Range(1, 9).Select(_ => CallAsync("chat.postMessage", new { channel = "C3", text = "help", thread_ts = thread })));

        var messages = await WhenAsync("C3", thread, list => list.Count(message => message.TryGetProperty("bot_id", out _)) == 10);
        posts.Select(post => post.GetProperty("ts").GetString()).Distinct().Count().ShouldBe(9);
        messages.Count.ShouldBe(20);
        messages.Select(message => message.GetProperty("ts").GetString()).ShouldBeUnique();
        messages.Where(message => message.TryGetProperty("metadata", out _))
            .Select(message => message.GetProperty("metadata").GetProperty("event_payload").GetProperty("in_reply_to").GetString())
            .ShouldBe(messages.Where(message => !message.TryGetProperty("bot_id", out _)).Select(message => message.GetProperty("ts").GetString()));
    }

    [Fact]
    public async Task A_thread_may_carry_an_id_of_another_slack()
    {
        var posted = await CallAsync("chat.postMessage", new { channel = "C4", text = "help", thread_ts = "1503435956.000247" });

        var messages = await WhenAsync("C4", "1503435956.000247", list => list.Count == 2);

        messages[0].GetProperty("ts").GetString().ShouldBe(posted.GetProperty("ts").GetString());
        messages[1].GetProperty("thread_ts").GetString().ShouldBe("1503435956.000247");
    }

    [Fact]
    public async Task What_is_said_in_the_page_is_read_in_the_thread()
    {
        var thread = (await CallAsync("chat.postMessage", new { channel = "C5", text = "help" })).GetProperty("ts").GetString();
        var messages = await WhenAsync("C5", thread, list => list.Count == 2);
        var conversation = messages[1].GetProperty("metadata").GetProperty("event_payload").GetProperty("conversation_id").GetGuid();

        await host.AskAsync("top offers by revenue", conversation);

        messages = await WhenAsync("C5", thread, list => list.Count == 4);
        messages[2].GetProperty("text").GetString().ShouldBe("top offers by revenue");
        messages[2].TryGetProperty("bot_id", out _).ShouldBeFalse();
        messages[3].GetProperty("metadata").GetProperty("event_payload").GetProperty("in_reply_to").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_said_in_the_page_is_read_though_a_post_that_waits_says_the_same()
    {
        var thread = (await CallAsync("chat.postMessage", new { channel = "C8", text = "what can you do?" })).GetProperty("ts").GetString()!;
        var messages = await WhenAsync("C8", thread, list => list.Count == 2);
        var conversation = messages[1].GetProperty("metadata").GetProperty("event_payload").GetProperty("conversation_id").GetGuid();
        // Its task has a key that was taken in before, so it is never worked off.
        await host.Services.GetRequiredService<SlackPostRepository>().AddAsync(
            "local", "C8", thread, "help", _ => new NewSlackTask($"post/local/C8/{thread}", "t", "p", SlackTaskKind.Post, "{}"), default);

        await host.AskAsync("help", conversation);

        messages = await WhenAsync("C8", thread, list => list.Count(message => message.TryGetProperty("bot_id", out _)) == 2);
        messages.Count(message => message.GetProperty("text").GetString() == "help").ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_was_given_again_still_answers_its_post()
    {
        var thread = (await CallAsync("chat.postMessage", new { channel = "C7", text = "help" })).GetProperty("ts").GetString();
        var turn = (await WhenAsync("C7", thread, list => list.Count == 2))[1].GetProperty("metadata").GetProperty("event_payload").GetProperty("turn_id").GetGuid();

        using var again = await host.Client.PostAsync($"/api/v1/turns/{turn}/regenerate", null);
        var second = (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("turn_id").GetGuid();
        using var third = await host.Client.PostAsync($"/api/v1/turns/{second}/regenerate", null);

        third.EnsureSuccessStatusCode();
        var messages = (await CallAsync("conversations.replies", new { channel = "C7", ts = thread })).GetProperty("messages").EnumerateArray().ToList();
        messages.Count.ShouldBe(2);
        messages[1].GetProperty("metadata").GetProperty("event_payload").GetProperty("in_reply_to").GetString().ShouldBe(thread);
    }

    [Fact]
    public async Task History_goes_back_to_a_time_in_whole_seconds()
    {
        var thread = (await CallAsync("chat.postMessage", new { channel = "C8", text = "help" })).GetProperty("ts").GetString()!;
        var seconds = long.Parse(thread.Split('.')[0], CultureInfo.InvariantCulture);

        var since = await CallAsync("conversations.history", new { channel = "C8", oldest = $"{seconds - 1}" });
        var later = await CallAsync("conversations.history", new { channel = "C8", oldest = $"{seconds + 1}" });

        since.GetProperty("messages").GetArrayLength().ShouldBe(1);
        later.GetProperty("messages").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Too_many_posts_in_a_minute_are_told_when_to_come_back()
    {
        var strict = new HostFixture();
        await strict.StartAsync("--Turns:PerMinute", "2");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await strict.Client.PostAsJsonAsync("/api/slack/chat.postMessage", new { channel = "C1", text = "help" })).Dispose();
        }

        using var third = await strict.Client.PostAsJsonAsync("/api/slack/chat.postMessage", new { channel = "C1", text = "help" });

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await third.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe("ratelimited");
        await strict.DisposeAsync();
    }

    [Theory]
    [InlineData("limit=0", "invalid_limit")]
    [InlineData("cursor=bm9uZQ", "invalid_cursor")]
    [InlineData("ts=now", "thread_not_found")]
    public async Task Reading_names_what_it_cannot_use(string query, string error)
    {
        var json = await host.Client.GetFromJsonAsync<JsonElement>($"/api/slack/conversations.replies?channel=C1&{query}");

        json.GetProperty("error").GetString().ShouldBe(error);
    }

    private async Task<JsonElement> CallAsync(string method, object arguments)
    {
        using var reply = await host.Client.PostAsJsonAsync($"/api/slack/{method}", arguments);
        return await reply.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<List<JsonElement>> WhenAsync(string channel, string? thread, Func<List<JsonElement>, bool> isSo)
    {
        List<JsonElement> messages = [];
        await PendingActions.ApprovalHost.UntilAsync(async () =>
        {
            var reply = await CallAsync("conversations.replies", new { channel, ts = thread });
            messages = reply.TryGetProperty("messages", out var list) ? [.. list.EnumerateArray()] : [];
            return isSo(messages);
        });
        return messages;
    }
}
