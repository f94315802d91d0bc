using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Chat;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Workflows;

/// <summary>The workflows for programs: typed arguments in, typed result out, no model and no conversation.</summary>
public sealed class WorkflowEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Landing_pages_come_as_the_figures_that_the_network_has()
    {
        var reply = await RunAsync("top_landing_pages", new { offer = "Summer Promo", country = "Germany", date_range = "last month" });

        var network = await NetworkReport.LandingPagesAsync(host.Everflow, 1001, "Germany", "2024-12-01", "2024-12-31");
        var result = reply.GetProperty("result");
        result.GetProperty("ranked").EnumerateArray().Concat(result.GetProperty("left_out").EnumerateArray())
            .ToDictionary(page => page.GetProperty("id").GetInt32(), page => page.GetProperty("metrics").GetProperty("clicks").GetInt64())
            .ShouldBe(network.ToDictionary(page => page.Key, page => page.Value.Clicks), ignoreOrder: true);
        result.GetProperty("verdict").GetProperty("kind").GetString().ShouldBe("winner");
        reply.GetProperty("status").GetString().ShouldBe("answered");
        reply.GetProperty("request").GetProperty("args").GetRawText()
            .ShouldBe("""{"offer":1001,"country":"DE","date_range":{"from":"2024-12-01","to":"2024-12-31"}}""");
        reply.GetProperty("markdown").GetString()!.ShouldContain("Summer LP");
    }

    [Fact]
    public async Task Canonical_arguments_of_a_reply_can_be_sent_again()
    {
        var first = await RunAsync("top_offers", new { country = "France", date_range = "last week", top_n = 4, sort_by = "revenue" });

        var second = await RunAsync("top_offers", first.GetProperty("request").GetProperty("args"));

        second.GetProperty("result").GetRawText().ShouldBe(first.GetProperty("result").GetRawText());
        second.GetProperty("result").GetProperty("ranked").GetArrayLength().ShouldBe(4);
        second.GetProperty("result").GetProperty("below").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_summary_without_the_label_is_what_a_program_asked_for()
    {
        var all = await RunAsync("performance_summary", new { label = "none", date_range = "last week" });
        var own = await RunAsync("performance_summary", new { date_range = "last week" });

        Revenue(all).ShouldBeGreaterThan(Revenue(own));

        static decimal Revenue(JsonElement reply) => reply.GetProperty("result").GetProperty("total").GetProperty("revenue").GetDecimal();
    }

    [Fact]
    public async Task A_look_up_gives_ids_names_and_states()
    {
        var offers = await RunAsync("find_offers", new { query = "winter" });
        var partners = await RunAsync("find_partners", new { query = "global media network" });

        offers.GetProperty("result").GetProperty("matches")[0].GetRawText()
            .ShouldBe("""{"id":1004,"name":"Winter Campaign","status":"active","visibility":"requires approval"}""");
        partners.GetProperty("result").GetProperty("matches")[0].GetRawText().ShouldBe("""{"id":23456,"name":"Global Media Network","status":"active"}""");
    }

    [Fact]
    public async Task A_clear_request_whose_outcome_is_a_question_is_no_error()
    {
        var reply = await RunAsync("performance_summary", new { label = "Nobody_Has_This" });

        reply.GetProperty("status").GetString().ShouldBe("asked");
        reply.GetProperty("question").GetProperty("text").GetString()!.ShouldContain("Nobody");
        reply.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_write_that_needs_a_person_is_proposed_and_can_be_confirmed_without_a_conversation()
    {
        using var response = await host.Client.PostAsJsonAsync("/api/v1/workflows/tracking_link", new { partner = 34567, offer = 1002 });
        var proposed = await response.Content.ReadFromJsonAsync<JsonElement>();
        using var confirmed = await host.Client.PostAsync($"{response.Headers.Location}/confirm", null);

        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        proposed.GetProperty("status").GetString().ShouldBe("proposed");
        proposed.GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("confirmation");
        (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("status").GetString().ShouldBe("done");
        (await RunAsync("tracking_link", new { partner = 34567, offer = 1002 })).GetProperty("result").GetProperty("url").GetString()!.ShouldStartWith("http");
    }

    [Fact]
    public async Task A_proposal_for_a_conversation_is_shown_there()
    {
        var turn = await host.AskAsync("top offers");

        using var response = await host.Client.PostAsJsonAsync($"/api/v1/workflows/tracking_link?conversation_id={turn.Conversation}", new { partner = 56789, offer = 1002 });

        var messages = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations/{turn.Conversation}/messages");
        messages.GetProperty("data").EnumerateArray().Last().GetProperty("cards")[0].GetProperty("kind").GetString().ShouldBe("confirmation");
    }

    [Fact]
    public async Task What_is_missing_is_named_by_argument()
    {
        var problem = await RefusedAsync("top_landing_pages", new { }, HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("code").GetString().ShouldBe("arguments_unclear");
        problem.GetProperty("errors").GetProperty("offer")[0].GetString().ShouldBe("For which offer should I compare the landing pages?");
    }

    [Fact]
    public async Task A_name_that_fits_several_comes_back_with_the_candidates()
    {
        var problem = await RefusedAsync("tracking_link", new { partner = "Lakeside Leads", offer = 1001 }, HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("question").GetProperty("arguments")[0].GetString().ShouldBe("partner");
        problem.GetProperty("question").GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("message").GetString())
            .ShouldBe(["partner 140", "partner 141"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("commentary")]
    public async Task An_argument_that_the_tool_does_not_take_is_named(string argument)
    {
        var problem = await RefusedAsync("top_offers", new Dictionary<string, string> { [argument] = "yes" }, HttpStatusCode.UnprocessableEntity);

        problem.GetProperty("code").GetString().ShouldBe("argument_unknown");
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(argument);
        problem.GetProperty("detail").GetString()!.ShouldContain("sort_by");
    }

    [Theory]
    [InlineData("[1]", "application/json", HttpStatusCode.BadRequest, "json_invalid")]
    [InlineData("{\"top_n\":", "application/json", HttpStatusCode.BadRequest, "json_invalid")]
    [InlineData("top_n=3", "text/plain", HttpStatusCode.UnsupportedMediaType, "bad_request")]
    public async Task A_body_that_is_no_json_object_is_refused(string body, string type, HttpStatusCode status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);

        using var response = await host.Client.PostAsync("/api/v1/workflows/top_offers", content);

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task A_tool_that_does_not_exist_is_not_found()
    {
        var problem = await RefusedAsync("delete_everything", new { }, HttpStatusCode.NotFound);

        problem.GetProperty("code").GetString().ShouldBe("tool_unknown");
    }

    [Fact]
    public async Task A_conversation_of_somebody_else_is_not_found()
    {
        var turn = await host.AskAsync("top offers");
        using var other = await host.SignInAsync("bert");

        using var response = await other.PostAsJsonAsync($"/api/v1/workflows/top_offers?conversation_id={turn.Conversation}", new { });

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_is_not_needed_when_every_argument_may_be_left_out()
    {
        using var response = await host.Client.PostAsync("/api/v1/workflows/top_offers", null);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<JsonElement> RunAsync(string tool, object arguments)
    {
        using var response = await host.Client.PostAsJsonAsync($"/api/v1/workflows/{tool}", arguments);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> RefusedAsync(string tool, object arguments, HttpStatusCode status)
    {
        using var response = await host.Client.PostAsJsonAsync($"/api/v1/workflows/{tool}", arguments);
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
