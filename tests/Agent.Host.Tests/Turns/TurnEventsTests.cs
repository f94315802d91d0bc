using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Turns;

public sealed class TurnEventsTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_client_that_comes_back_gets_exactly_what_it_missed()
    {
        var turn = await host.AskAsync("top offers by revenue last week");

        var rest = await FollowAsync(turn.Turn, lastEventId: turn.Events[3].Id);

        rest.Select(item => item.Id).ShouldBe(turn.Events.Skip(4).Select(item => item.Id));
        rest.Select(item => item.Json.GetRawText()).ShouldBe(turn.Events.Skip(4).Select(item => item.Json.GetRawText()));
    }

    [Fact]
    public async Task A_turn_can_be_read_again_from_the_start()
    {
        var turn = await host.AskAsync("search offers: winter");

        var again = await FollowAsync(turn.Turn);

        again.Select(item => item.Json.GetRawText()).ShouldBe(turn.Events.Select(item => item.Json.GetRawText()));
    }

    [Fact]
    public async Task A_turn_can_be_read_again_after_a_restart()
    {
        var turn = await host.AskAsync("search offers: deal");
        await host.StopAsync();
        await host.StartAsync();

        var again = await FollowAsync(turn.Turn);

        again.Select(item => item.Id).ShouldBe(turn.Events.Select(item => item.Id));
    }

    [Fact]
    public async Task An_event_id_of_another_turn_is_refused()
    {
        var turn = await host.AskAsync("hello");

        using var response = await host.Client.GetAsync($"/api/v1/turns/{turn.Turn}/events?after={Guid.NewGuid()}.3");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_turn_that_has_ended_cannot_be_stopped()
    {
        var turn = await host.AskAsync("hello");

        using var response = await host.Client.PostAsync($"/api/v1/turns/{turn.Turn}/cancel", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("turn_not_running");
    }

    private async Task<IReadOnlyList<StreamedEvent>> FollowAsync(Guid turn, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/turns/{turn}/events");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (await ChatTurn.ReadAsync(response)).Events;
    }
}
