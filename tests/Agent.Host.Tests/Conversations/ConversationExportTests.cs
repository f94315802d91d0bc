using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Conversations;

public sealed class ConversationExportTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task As_json_it_holds_every_message_with_its_cards()
    {
        var turn = await host.AskAsync("top offers by clicks yesterday");
        for (var round = 0; round < 3; round++)
        {
            await host.AskAsync("make it top 5", turn.Conversation);
        }

        var export = await host.Client.GetFromJsonAsync<JsonElement>(Path(turn));

        export.GetProperty("conversation").GetProperty("title").GetString().ShouldBe("top offers by clicks yesterday");
        var messages = export.GetProperty("messages").EnumerateArray().ToArray();
        messages.Length.ShouldBe(8);
        messages[1].GetProperty("text").GetString().ShouldBe(turn.Reply);
        messages[1].GetProperty("cards").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task As_markdown_it_reads_as_a_document()
    {
        var turn = await host.AskAsync("top offers by clicks yesterday");

        using var response = await host.Client.GetAsync(Path(turn) + "?format=markdown");

        var text = await response.Content.ReadAsStringAsync();
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/markdown");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe($"conversation-{turn.Conversation}.md");
        text.ShouldStartWith("# top offers by clicks yesterday\n\n## You · 2025-01-15 11:0");
        text.ShouldContain("> top offers by clicks yesterday\n\n## PromptLab");
        text.ShouldEndWith(turn.Reply.Trim() + "\n");
    }

    [Fact]
    public async Task Another_format_is_refused_with_the_known_ones()
    {
        var turn = await host.AskAsync("hello");

        using var response = await host.Client.GetAsync(Path(turn) + "?format=pdf");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync()).ShouldContain("json or markdown");
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task Somebody_elses_conversation_is_not_found(string format)
    {
        var turn = await host.AskAsync("hello");
        using var ben = await host.SignInAsync("ben");

        using var response = await ben.GetAsync($"{Path(turn)}?format={format}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Path(ChatTurn turn) => $"/api/v1/conversations/{turn.Conversation}/export";
}
