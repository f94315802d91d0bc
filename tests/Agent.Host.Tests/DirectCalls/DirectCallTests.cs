using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.DirectCalls;

/// <summary>A person changes a parameter under an answer: the same workflow runs again, and no model is asked.</summary>
public sealed class DirectCallTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task A_call_is_answered_without_the_model_and_follow_ups_work_on_it()
    {
        var first = await CallAsync(null, "top_offers", new { country = "Germany", date_range = "last week", top_n = 3 });
        var conversation = first.GetProperty("conversation_id").GetGuid();

        var second = await CallAsync(conversation, "top_offers", new { country = "France", date_range = new { from = "2025-01-08", to = "2025-01-14" }, top_n = 3 });

        second.GetProperty("outcome").GetString().ShouldBe("answer");
        second.GetProperty("request").GetProperty("last").GetProperty("args").GetProperty("country").GetString().ShouldBe("FR");
        (await MessagesAsync(conversation)).ShouldBe(["Top offers · Country: Germany · Period: last week · Places: 3", "Country: France"]);
    }

    [Fact]
    public async Task The_model_sees_what_the_call_settled()
    {
        var called = await CallAsync(null, "top_offers", new { country = "Germany" });
        host.Model.Then(Testing.Models.ModelReply.Calls("top_offers", """{"country":"Germany","top_n":5}"""));

        var turn = await host.AskAsync("make it top 5", called.GetProperty("conversation_id").GetGuid());

        turn.Reply.ShouldContain("top 5");
        (await host.Model.NextRequestAsync()).Messages[1].GetProperty("content").GetString()!.ShouldContain("\"country\":\"DE\"");
    }

    [Fact]
    public async Task What_the_person_says_beside_the_call_is_their_message()
    {
        var called = await CallAsync(null, "top_offers", new { top_n = 2 }, "Only two");

        (await MessagesAsync(called.GetProperty("conversation_id").GetGuid())).ShouldBe(["Only two"]);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_asked_back()
    {
        var called = await CallAsync(null, "top_offers", new { country = "Atlantis" });

        called.GetProperty("outcome").GetString().ShouldBe("clarify");
        called.GetProperty("reply").GetString()!.ShouldContain("Atlantis");
    }

    [Theory]
    [InlineData("no_such_tool", "{}", "tool_unknown")]
    [InlineData("", "{}", "tool_unknown")]
    [InlineData("top_offers", "{\"colour\":\"red\"}", "argument_unknown")]
    public async Task A_call_that_cannot_be_made_is_refused_before_anything_is_stored(string tool, string arguments, string code)
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/chat", new { call = new { tool, arguments = JsonElement.Parse(arguments) } });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    private async Task<JsonElement> CallAsync(Guid? conversation, string tool, object arguments, string? message = null)
    {
        using var response = await host.Client.PostAsJsonAsync(
            "/api/v1/chat", new { conversation_id = conversation, message, call = new { tool, arguments } });
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string?[]> MessagesAsync(Guid conversation)
    {
        var messages = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{conversation}/messages");
        return [.. messages.GetProperty("data").EnumerateArray()
            .Where(message => message.GetProperty("role").GetString() == "user").Select(message => message.GetProperty("text").GetString())];
    }
}
