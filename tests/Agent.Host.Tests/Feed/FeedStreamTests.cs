using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Feed;

public sealed class FeedStreamTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_message_of_the_agent_reaches_an_open_stream()
    {
        using var client = await host.SignInAsync("feed-live");
        using var stream = await FeedReader.OpenAsync(client);
        await stream.NextAsync();

        await PostAsync("feed-live", "Something happened.");

        var (_, told) = await stream.NextAsync();
        told.GetProperty("name").GetString().ShouldBe("message");
        told.GetProperty("value").GetProperty("text").GetString().ShouldBe("Something happened.");
    }

    [Fact]
    public async Task A_stream_that_broke_off_continues_with_what_was_missed()
    {
        using var client = await host.SignInAsync("feed-again");
        await PostAsync("feed-again", "before");
        string place;
        using (var first = await FeedReader.OpenAsync(client))
        {
            (place, _) = await first.NextAsync();
        }

        await PostAsync("feed-again", "meanwhile");
        using var second = await FeedReader.OpenAsync(client, place);

        var (_, told) = await second.NextAsync();
        told.GetProperty("value").GetProperty("text").GetString().ShouldBe("meanwhile");
    }

    [Fact]
    public async Task The_message_is_there_after_a_reload()
    {
        using var client = await host.SignInAsync("feed-reload");
        await PostAsync("feed-reload", "Look at this.");

        var conversations = await client.GetFromJsonAsync<JsonElement>("/api/v1/conversations");
        var id = conversations.GetProperty("data")[0].GetProperty("id").GetString();
        var messages = await client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{id}/messages");

        conversations.GetProperty("data")[0].GetProperty("title").GetString().ShouldBe("Alerts");
        messages.GetProperty("data")[0].GetProperty("text").GetString().ShouldBe("Look at this.");
    }

    [Fact]
    public async Task A_place_that_is_no_number_is_refused()
    {
        using var response = await host.Client.GetAsync("/api/v1/alerts/stream?after=yesterday");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("event_id_invalid");
    }

    private Task<bool> PostAsync(string owner, string text) => host.Services.GetRequiredService<ConversationRepository>().PostAsync(
        new AgentMessage(Guid.CreateVersion7(), StandingOf(owner), owner, text, null, "answer") { NewConversationTitle = "Alerts" }, default);

    private static Guid StandingOf(string owner) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(owner)).AsSpan(0, 16));
}
