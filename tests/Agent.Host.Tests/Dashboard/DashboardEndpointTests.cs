using System.Text.Json;
using PromptLab.Host.Tests.Executions;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Dashboard;

public sealed class DashboardEndpointTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    private const string Root = "/api/v1/dashboard";

    [Fact]
    public async Task What_ran_is_counted_per_day_model_and_version()
    {
        using var dora = await host.SignInAsync("dora");
        var template = await dora.CreateTemplateAsync("Counted", "one");
        await dora.ExecuteAsync(template, new { provider = "offline" });
        await dora.ChangeTemplateAsync(template, new { content = "two" });
        await dora.ExecuteAsync(template, new { provider = "offline" });
        await dora.ExecuteAsync(template, new { provider = "offline" });

        var dashboard = await dora.GetJsonAsync($"{Root}?days=7");

        dashboard.GetProperty("time_zone").GetString().ShouldBe("Europe/Amsterdam");
        var totals = dashboard.GetProperty("totals");
        (Number(totals, "templates"), Number(totals, "executions"), Number(totals, "failed")).ShouldBe((1, 3, 0));
        var days = dashboard.GetProperty("days").EnumerateArray().ToList();
        (days.Count, days[0].GetProperty("day").GetString(), days[6].GetProperty("day").GetString(), Number(days[6], "executions")).ShouldBe((7, "2025-01-09", "2025-01-15", 3));
        dashboard.GetProperty("versions").EnumerateArray().Select(version => (Number(version, "version"), Number(version, "executions"))).ShouldBe([(2, 2), (1, 1)]);
        dashboard.GetProperty("models").EnumerateArray().Select(model => (model.GetProperty("model").GetString(), Number(model, "executions"))).ShouldBe([("offline", 3)]);
        Texts(dashboard.GetProperty("recent_templates"), "name").ShouldBe(["Counted"]);
        dashboard.GetProperty("recent_executions").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_failed_is_counted_and_listed()
    {
        using var fred = await host.SignInAsync("fred");
        var template = await fred.CreateTemplateAsync("Failing", "one");
        host.Model.Then(ModelReply.Fails(System.Net.HttpStatusCode.BadRequest));
        var run = await fred.ExecuteAsync(template, new { });
        host.Model.Then(ModelReply.Says("Done."));
        await fred.ExecuteAsync(template, new { });

        var dashboard = await fred.GetJsonAsync(Root);

        Number(dashboard.GetProperty("totals"), "failed").ShouldBe(1);
        dashboard.GetProperty("failures").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(ExecutionCalls.Id(run));
        var day = dashboard.GetProperty("days").EnumerateArray().Last();
        (Number(day, "executions"), Number(day, "failed"), Number(day, "output_tokens")).ShouldBe((2, 1, 18));
    }

    [Fact]
    public async Task A_newcomer_has_an_empty_one_with_every_day()
    {
        using var nora = await host.SignInAsync("nora");

        var dashboard = await nora.GetJsonAsync(Root);

        dashboard.GetProperty("days").GetArrayLength().ShouldBe(30);
        Number(dashboard.GetProperty("totals"), "executions").ShouldBe(0);
        dashboard.GetProperty("recent_executions").GetArrayLength().ShouldBe(0);
        dashboard.GetProperty("models").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("?days=0", "days_invalid")]
    [InlineData("?days=91", "days_invalid")]
    [InlineData("?time_zone=Nowhere/Else", "time_zone_unknown")]
    public async Task What_cannot_be_answered_says_why(string query, string code) =>
        (await ProblemAsync(host.Client.GetAsync(Root + query))).ShouldBe((422, code));

    [Theory]
    [InlineData("Pacific/Kiritimati", "2025-01-16")]
    [InlineData("America/Los_Angeles", "2025-01-15")]
    [InlineData("Asia/Kathmandu", "2025-01-15")]
    public async Task Days_are_those_of_the_zone_that_is_asked_for(string zone, string today)
    {
        var dashboard = await host.Client.GetJsonAsync($"{Root}?days=90&time_zone={Uri.EscapeDataString(zone)}");

        dashboard.GetProperty("days").EnumerateArray().Last().GetProperty("day").GetString().ShouldBe(today);
        dashboard.GetProperty("days").GetArrayLength().ShouldBe(90);
    }

    private static long Number(JsonElement from, string property) => from.GetProperty(property).GetInt64();
}
