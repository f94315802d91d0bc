using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Turns;

public sealed class TurnFeedbackTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task What_was_said_of_an_answer_stands_in_the_history_beside_it()
    {
        var turn = await host.AskAsync("top 3 offers last week");

        var rated = await RateAsync(turn.Turn, new { thumb = "down", comment = " Wrong week. " });

        (Text(rated, "thumb"), Text(rated, "comment")).ShouldBe(("down", "Wrong week."));
        var (question, answer) = await MessagesAsync(turn);
        question.GetProperty("feedback").ValueKind.ShouldBe(JsonValueKind.Null);
        (Text(answer.GetProperty("feedback"), "thumb"), Text(answer.GetProperty("feedback"), "comment")).ShouldBe(("down", "Wrong week."));
    }

    [Fact]
    public async Task The_last_word_counts_and_can_be_taken_back()
    {
        var turn = await host.AskAsync("top 3 offers last week");
        await RateAsync(turn.Turn, new { thumb = "down", comment = "No." });

        var changed = await RateAsync(turn.Turn, new { thumb = "up" });
        var repeated = await RateAsync(turn.Turn, new { thumb = "up" });
        await RateAsync(turn.Turn, new { thumb = (string?)null });

        changed.GetRawText().ShouldBe("""{"thumb":"up","comment":null}""");
        repeated.GetRawText().ShouldBe(changed.GetRawText());
        (await MessagesAsync(turn)).Answer.GetProperty("feedback").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Only_own_answers_are_rated()
    {
        var turn = await host.AskAsync("top 3 offers last week");
        using var ben = await host.SignInAsync("ben");

        (await ProblemAsync(ben.PostAsJsonAsync(Path(turn.Turn), new { thumb = "down" }))).ShouldBe((404, "turn_not_found"));
        (await ProblemAsync(ben.PostAsJsonAsync(Path(Guid.CreateVersion7()), new { thumb = "down" }))).ShouldBe((404, "turn_not_found"));
        (await MessagesAsync(turn)).Answer.GetProperty("feedback").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_is_no_rating_says_why()
    {
        var turn = await host.AskAsync("top 3 offers last week");

        (await ProblemAsync(host.Client.PostAsJsonAsync(Path(turn.Turn), new { thumb = "sideways" }))).ShouldBe((422, "thumb_invalid"));
        (await ProblemAsync(host.Client.PostAsJsonAsync(Path(turn.Turn), new { comment = new string('x', 2_001) }))).ShouldBe((422, "comment_too_long"));
    }

    private async Task<JsonElement> RateAsync(Guid turn, object body)
    {
        using var response = await host.Client.PostAsJsonAsync(Path(turn), body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await ReadAsync(response);
    }

    private async Task<(JsonElement Question, JsonElement Answer)> MessagesAsync(ChatTurn turn)
    {
        var messages = (await host.Client.GetJsonAsync($"/api/v1/conversations/{turn.Conversation}/messages")).GetProperty("data");
        return (messages[0], messages[1]);
    }

    private static string Path(Guid turn) => $"/api/v1/turns/{turn}/feedback";

    private static string? Text(JsonElement json, string property) => json.GetProperty(property).GetString();
}
