using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Http;
using PromptLab.Testing.Time;

namespace PromptLab.Plugins.Tests.Tools;

public sealed class EverflowTroubleTests
{
    private const string Offers = "POST /v1/networks/offerstable";
    private const string Report = "POST /v1/networks/reporting/entity/table";
    private const string OneOffer = """{"offers":[{"network_offer_id":1001,"name":"Sweeps - US - DOI","offer_status":"active"}],"paging":{"page":1,"page_size":50,"total_count":1}}""";

    [Theory]
    [InlineData(401, "everflow_rejected_key", "rejects our key")]
    [InlineData(403, "everflow_rejected_key", "whoever administers")]
    [InlineData(500, "everflow_unavailable", "did not answer")]
    [InlineData(400, "everflow_bad_request", "refused")]
    [InlineData(429, "everflow_rate_limited", "quota is used up")]
    public async Task A_failure_while_resolving_is_a_plain_sentence_with_a_reference(int status, string code, string text)
    {
        await using var server = (await ScriptedServer.StartAsync()).On(Offers, ScriptedReply.Failure(status, "secret detail"));
        await using var services = Services(server);

        var resolution = await Tool(services).ResolveAsync("top_landing_pages", """{"offer":"Sweeps"}""");

        resolution.ShouldBeOfType<ToolResolution.Failed>().Problem.ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe(code),
            problem => problem.Text.ShouldContain(text),
            problem => problem.Text.ShouldNotContain("secret detail"),
            problem => problem.ReferenceId.ShouldNotBeNullOrEmpty());
    }

    [Theory]
    [InlineData("not json at all", "everflow_malformed_reply", "no figures rather than wrong ones")]
    [InlineData("""{"table":""", "everflow_malformed_reply", "could not be read")]
    public async Task A_reply_that_cannot_be_read_gives_no_figures(string body, string code, string text)
    {
        await using var server = Network(await ScriptedServer.StartAsync()).On(Report, ScriptedReply.Json(body));
        await using var services = Services(server);

        var outcome = await Tool(services).RunAsync("top_landing_pages", """{"offer":1001}""");

        outcome.ShouldBeOfType<ToolOutcome.Failed>().Problem.ShouldSatisfyAllConditions(
            problem => problem.Code.ShouldBe(code), problem => problem.Text.ShouldContain(text));
    }

    [Fact]
    public async Task A_report_that_is_not_complete_says_so()
    {
        await using var server = Network(await ScriptedServer.StartAsync()).On(Report, ScriptedReply.Json(
            """{"table":[{"columns":[{"column_type":"offer_url","id":"5","label":"Quiz"}],"reporting":{"total_click":100,"cv":30}}],"incomplete_results":true}"""));
        await using var services = Services(server);

        foreach (var (tool, arguments) in new[]
        {
            ("top_landing_pages", """{"offer":1001,"date_range":"yesterday"}"""), ("top_offers", """{"date_range":"yesterday"}"""),
            ("performance_summary", """{"label":"none"}"""),
        })
        {
            var answer = await Tool(services).AnswerAsync(tool, arguments, "without the label");

            answer.Markdown.ShouldContain("Everflow left rows out of this report");
        }
    }

    [Fact]
    public async Task A_wait_for_quota_is_told_and_the_turn_goes_on()
    {
        var told = new ConcurrentQueue<ToolProgress>();
        await using var server = (await ScriptedServer.StartAsync())
            .On(Offers, ScriptedReply.Failure(429).With("Retry-After", "1"), ScriptedReply.Json(OneOffer));
        await using var services = ToolServices.Create(
            new Uri(server.Address, "/v1"), "test", new ShiftedTimeProvider(), ("Everflow:Retries", "1"), ("Everflow:RetryDelay", "00:00:00.001"));

        var tool = Tool(services).Find("top_landing_pages");
        var resolution = await tool.ResolveAsync(
            new ToolArguments(new JsonObject { ["offer"] = "Sweeps" }), ToolCalls.Context(progress: new Listener(told)), CancellationToken.None);

        resolution.ShouldBeOfType<ToolResolution.Resolved>();
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(progress => progress.Step == "quota_wait" && progress.Text.Contains("going on in about"));
    }

    [Fact]
    public async Task A_network_of_one_offer_answers_for_it_and_for_no_other()
    {
        await using var server = Network(await ScriptedServer.StartAsync())
            .On("GET /v1/networks/offers/7777", ScriptedReply.Json("""{"network_offer_id":1001,"name":"Sweeps - US - DOI","offer_status":"active"}"""))
            .On(Report, ScriptedReply.Json(
                """
                {"table":[
                  {"columns":[{"column_type":"offer","id":"1001","label":"Sweeps"},{"column_type":"offer_url","id":"501","label":"Quiz"}],"reporting":{"total_click":3140,"cv":309}},
                  {"columns":[{"column_type":"offer","id":"1001","label":"Sweeps"},{"column_type":"offer_url","id":"0","label":"Default"}],"reporting":{"total_click":880,"cv":21}}],
                 "incomplete_results":false}
                """));
        await using var services = Services(server);

        var answer = await Tool(services).AnswerAsync("top_landing_pages", """{"offer":"1001"}""");
        var (question, _) = await Tool(services).AskedAsync("top_landing_pages", """{"offer":"7777"}""");

        answer.Markdown.ShouldContain("**Quiz (501)** converts best at 9.84 %");
        question.Text.ShouldContain("no offer with the id 7777");
    }

    private sealed class Listener(ConcurrentQueue<ToolProgress> told) : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value) => told.Enqueue(value);
    }

    private static ScriptedServer Network(ScriptedServer server) => server
        .On(Offers, ScriptedReply.Json(OneOffer))
        .On("GET /v1/meta/timezones", ScriptedReply.Json("""{"timezones":[{"timezone_id":57,"timezone":"Europe/Amsterdam"}]}"""));

    private static ServiceProvider Services(ScriptedServer server) =>
        ToolServices.Create(new Uri(server.Address, "/v1"), "test", new ShiftedTimeProvider(), ("Everflow:Retries", "0"));

    private static ToolCatalogue Tool(ServiceProvider services) => services.GetRequiredService<ToolCatalogue>();
}
