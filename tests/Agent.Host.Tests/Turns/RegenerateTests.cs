using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Turns;

public sealed class RegenerateTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_follow_up_that_is_answered_again_still_follows_what_came_before_it()
    {
        var first = await host.AskAsync("Which landing page is best for Summer Promo in Germany last month?");
        var followUp = await host.AskAsync("make it top 2", first.Conversation);

        var again = await RegenerateAsync(followUp.Turn);

        again.GetProperty("reply").GetString().ShouldBe(followUp.Reply);
        (await TextsAsync(first.Conversation)).ShouldBe(
            ["Which landing page is best for Summer Promo in Germany last month?", first.Reply, "make it top 2", followUp.Reply]);
    }

    [Fact]
    public async Task The_new_turn_streams_like_any_other()
    {
        var turn = await host.AskAsync("search offers: winter");

        using var request = new HttpRequestMessage(HttpMethod.Post, Path(turn.Turn)) { Headers = { Accept = { new("text/event-stream") } } };
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var again = await ChatTurn.ReadAsync(response);

        again.Turn.ShouldNotBe(turn.Turn);
        again.Conversation.ShouldBe(turn.Conversation);
        again.Last.GetProperty("type").GetString().ShouldBe("RUN_FINISHED");
    }

    [Fact]
    public async Task A_call_that_the_person_made_is_made_again()
    {
        using var called = await host.Client.PostAsJsonAsync(
            "/api/v1/chat", new { call = new { tool = "top_offers", arguments = new { date_range = "yesterday", sort_by = "clicks" } } });
        var turn = await called.Content.ReadFromJsonAsync<JsonElement>();

        var again = await RegenerateAsync(turn.GetProperty("turn_id").GetGuid());

        again.GetProperty("reply").GetString().ShouldBe(turn.GetProperty("reply").GetString());
    }

    [Fact]
    public async Task An_answer_that_others_build_on_is_left_alone()
    {
        var first = await host.AskAsync("search offers: winter");
        await host.AskAsync("search offers: summer", first.Conversation);

        using var response = await host.Client.PostAsync(Path(first.Turn), null);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(response)).ShouldBe("turn_not_last");
    }

    [Fact]
    public async Task A_proposed_change_is_not_proposed_again()
    {
        var proposal = await host.AskAsync("tracking link for partner 23456 on offer 1002");

        using var response = await host.Client.PostAsync(Path(proposal.Turn), null);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(response)).ShouldBe("turn_not_repeatable");
    }

    [Fact]
    public async Task A_schedule_is_not_made_twice()
    {
        var turn = await host.AskAsync("send me the weekly summary every Monday at 9");
        var before = await SchedulesAsync();

        using var response = await host.Client.PostAsync(Path(turn.Turn), null);

        (await CodeAsync(response)).ShouldBe("turn_not_repeatable");
        (await SchedulesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_template_is_not_made_twice()
    {
        var turn = await CallAsync(new { tool = "create_template", arguments = new { name = "Made once", content = "Say hello to {{who}}." } });

        using var response = await host.Client.PostAsync(Path(turn), null);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CodeAsync(response)).ShouldBe("turn_not_repeatable");
    }

    [Fact]
    public async Task A_question_that_came_before_any_change_is_put_again()
    {
        var turn = await CallAsync(new { tool = "schedule", arguments = new { action = "create", when = "every Monday at 9" } });

        var again = await RegenerateAsync(turn);

        again.GetProperty("status").GetString().ShouldBe("completed");
    }

    [Fact]
    public async Task Somebody_elses_turn_is_not_found()
    {
        var turn = await host.AskAsync("search offers: winter");
        using var ben = await host.SignInAsync("ben");

        using var response = await ben.PostAsync(Path(turn.Turn), null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Path(Guid turn) => $"/api/v1/turns/{turn}/regenerate";

    private async Task<Guid> CallAsync(object call)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/chat", new { call });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("turn_id").GetGuid();
    }

    private async Task<JsonElement> RegenerateAsync(Guid turn)
    {
        using var response = await host.Client.PostAsync(Path(turn), null);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string?[]> TextsAsync(Guid conversation)
    {
        var messages = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        return [.. messages.GetProperty("data").EnumerateArray().Select(message => message.GetProperty("text").GetString())];
    }

    private async Task<int> SchedulesAsync() =>
        (await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/schedules")).GetProperty("data").GetArrayLength();

    private static async Task<string?> CodeAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
