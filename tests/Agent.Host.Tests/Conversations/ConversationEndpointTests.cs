using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Conversations;

public sealed class ConversationEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_conversation_is_called_by_its_first_message()
    {
        var turn = await host.AskAsync("search offers: winter");

        var conversation = await host.Client.GetFromJsonAsync<JsonElement>(Path(turn));

        conversation.GetProperty("title").GetString().ShouldBe("search offers: winter");
    }

    [Fact]
    public async Task Messages_are_kept_with_how_they_were_understood()
    {
        var turn = await host.AskAsync("top offers by clicks yesterday");

        var messages = (await host.Client.GetFromJsonAsync<JsonElement>(Path(turn) + "/messages")).GetProperty("data").EnumerateArray().ToArray();

        messages.Select(message => message.GetProperty("role").GetString()).ShouldBe(["user", "assistant"]);
        messages[0].GetProperty("text").GetString().ShouldBe("top offers by clicks yesterday");
        messages[1].GetProperty("text").GetString().ShouldBe(turn.Reply);
        messages[1].GetProperty("cards").EnumerateArray().Select(card => card.GetProperty("kind").GetString()).ShouldContain("request");
    }

    [Fact]
    public async Task A_conversation_is_renamed_and_pinned()
    {
        var turn = await host.AskAsync("hello");

        using var response = await host.Client.PatchAsJsonAsync(Path(turn), new { title = "Winter plans", is_pinned = true });

        var changed = await response.Content.ReadFromJsonAsync<JsonElement>();
        (changed.GetProperty("title").GetString(), changed.GetProperty("is_pinned").GetBoolean()).ShouldBe(("Winter plans", true));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_title_cannot_be_empty(string title)
    {
        var turn = await host.AskAsync("hello");

        using var response = await host.Client.PatchAsJsonAsync(Path(turn), new { title });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("title", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_deleted_conversation_is_gone()
    {
        var turn = await host.AskAsync("hello");

        using var deleted = await host.Client.DeleteAsync(Path(turn));
        using var read = await host.Client.GetAsync(Path(turn));

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Conversations_are_found_by_words_of_their_messages()
    {
        var turn = await host.AskAsync("search offers: zebra");

        var found = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations?search=zebra");

        found.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ShouldBe([turn.Conversation]);
    }

    [Theory]
    [InlineData("limit=0", "limit_invalid")]
    [InlineData("limit=201", "limit_invalid")]
    [InlineData("cursor=nonsense", "cursor_invalid")]
    public async Task A_list_says_what_is_wrong_with_its_parameters(string query, string code)
    {
        using var response = await host.Client.GetAsync($"/api/v1/conversations?{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    private static string Path(ChatTurn turn) => $"/api/v1/conversations/{turn.Conversation}";
}
