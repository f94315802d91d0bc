using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Workflows;

/// <summary>What a tool gives is what its description says.</summary>
public sealed class WorkflowResultTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("tracking_link", """{"partner":12345,"offer":1002}""")]
    [InlineData("top_landing_pages", """{"offer":1001}""")]
    [InlineData("top_offers", "{}")]
    [InlineData("export_report", """{"report_type":"stats","date_range":"yesterday"}""")]
    [InlineData("view_conversions", """{"date_range":"yesterday"}""")]
    [InlineData("default_lp_check", "{}")]
    [InlineData("paused_partner_check", "{}")]
    [InlineData("performance_summary", "{}")]
    [InlineData("find_offers", """{"query":"winter"}""")]
    [InlineData("find_partners", """{"query":"media"}""")]
    [InlineData("list_alerts", "{}")]
    public async Task A_result_has_the_members_that_are_described(string tool, string arguments)
    {
        using var response = await host.Client.PostAsJsonAsync($"/api/v1/workflows/{tool}", JsonElement.Parse(arguments));
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        var reply = await response.Content.ReadFromJsonAsync<JsonElement>();

        var described = await new DescribedResult(host.Client).MembersAsync(tool);

        reply.GetProperty("status").GetString().ShouldBe("answered");
        reply.GetProperty("result").EnumerateObject().Select(member => member.Name).ShouldBe(described, ignoreOrder: true);
        reply.GetProperty("result").EnumerateObject().ShouldNotBeEmpty();
    }
}
