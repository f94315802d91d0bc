using System.Text;
using System.Text.Json;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Tools;

[Collection(SharedNetwork.Name)]
public sealed class ToolCatalogueTests(SimulatedNetworkFixture network)
{
    private const int MostBytes = 5800;

    [Fact]
    public void Every_tool_of_the_public_contract_is_there_once_in_order()
    {
        var names = network.Tools.All.Select(tool => tool.Descriptor.Name);

        names.ShouldBe(
        [
            "tracking_link", "top_landing_pages", "top_offers", "export_report", "view_conversions", "default_lp_check", "paused_partner_check",
            "performance_summary", "find_offers", "find_partners", "list_alerts", "update_alert", "list_templates", "run_template", "create_template",
            "list_pipelines", "run_pipeline", "schedule",
        ]);
    }

    [Theory]
    [InlineData("tracking_link", "partner offer landing_page sub1 sub2 sub3 sub4 sub5", "partner offer")]
    [InlineData("top_landing_pages", "offer country date_range min_conversions top_n metrics commentary", "offer")]
    [InlineData("top_offers", "country date_range sort_by top_n min_conversions commentary", "")]
    [InlineData("export_report", "report_type date_range columns offer partner country", "report_type date_range")]
    [InlineData("view_conversions", "date_range status offer partner page", "date_range")]
    [InlineData("default_lp_check", "date click_threshold", "")]
    [InlineData("paused_partner_check", "analysis_days drop_threshold", "")]
    [InlineData("performance_summary", "date_range group_by country compare label commentary", "")]
    [InlineData("find_offers", "query", "query")]
    [InlineData("find_partners", "query", "query")]
    [InlineData("list_alerts", "since state", "")]
    [InlineData("update_alert", "alert action until", "action")]
    [InlineData("list_templates", "", "")]
    [InlineData("run_template", "template variables", "template")]
    [InlineData("create_template", "name content", "name content")]
    [InlineData("list_pipelines", "", "")]
    [InlineData("run_pipeline", "pipeline variables", "pipeline")]
    [InlineData("schedule", "action workflow when arguments", "action")]
    public void The_arguments_are_those_of_the_contract(string tool, string arguments, string required)
    {
        var schema = network.Tools.Find(tool).Descriptor.Schema;

        schema.GetProperty("properties").EnumerateObject().Select(property => property.Name).ShouldBe(Words(arguments));
        (schema.TryGetProperty("required", out var list) ? list.EnumerateArray().Select(name => name.GetString()) : []).ShouldBe(Words(required));
    }

    [Fact]
    public void All_schemas_together_stay_small_because_they_are_part_of_every_prompt()
    {
        var bytes = network.Tools.All.Sum(tool => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(new
        {
            type = "function",
            function = new { name = tool.Descriptor.Name, description = tool.Descriptor.Description, parameters = tool.Descriptor.Schema },
        })));

        bytes.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public void Only_the_tracking_link_changes_the_network()
    {
        var writes = network.Tools.All.Where(tool => tool.Descriptor.Effect == ToolEffect.Write).Select(tool => tool.Descriptor.Name);

        writes.ShouldBe(["tracking_link"]);
    }

    [Fact]
    public void A_tool_that_does_not_exist_is_not_found()
    {
        network.Tools.TryFind("delete_partner", out var tool).ShouldBeFalse();

        tool.ShouldBeNull();
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
