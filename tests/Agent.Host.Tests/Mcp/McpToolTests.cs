using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Conformance;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Mcp;

/// <summary>npm's <c>@modelcontextprotocol/sdk</c> against the tools of the running service.</summary>
public sealed class McpToolTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly object Landing = new { offer = 1001, country = "Germany", date_range = "last month" };

    [NodeFact]
    public async Task Every_tool_is_listed_with_its_schemas()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { tools = true });

        var tools = report.Reports[0].Tools.ShouldNotBeNull();
        report.Server.ShouldNotBeNull().Name.ShouldBe("promptlab");
        report.Instructions.ShouldNotBeNullOrEmpty();
        tools.Select(tool => tool.GetProperty("name").GetString())
            .ShouldBe(((ToolCatalogue)host.Services.GetService(typeof(ToolCatalogue))!).All.Select(tool => tool.Descriptor.Name));
        tools.ShouldAllBe(tool => tool.GetProperty("inputSchema").GetProperty("type").GetString() == "object"
            && tool.GetProperty("outputSchema").GetProperty("type").GetString() == "object");
    }

    [NodeFact]
    public async Task Annotations_tell_what_only_reads_what_is_our_own_and_what_can_be_undone()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { tools = true });

        Hints(report, "top_landing_pages").ShouldBe((true, false, true, true));
        Hints(report, "tracking_link").ShouldBe((false, false, false, true));
        Hints(report, "schedule").ShouldBe((false, true, false, false));
        Hints(report, "list_alerts").ShouldBe((true, false, true, false));
    }

    [NodeFact]
    public async Task An_answer_is_text_for_people_and_data_that_fit_the_schema()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { call = "top_landing_pages", arguments = Landing });

        var answer = report.Reports[0];
        answer.Error.ShouldBeNull();
        answer.IsError.ShouldBeFalse();
        answer.Text.ShouldNotBeNull().ShouldContain("**Summer LP v2 (5001)** converts best");
        answer.Text.ShouldContain("Demo data");
        var structured = answer.Structured.ShouldNotBeNull();
        structured.GetProperty("status").GetString().ShouldBe("answered");
        structured.GetProperty("request").GetProperty("args").GetProperty("country").GetString().ShouldBe("DE");
        structured.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [NodeFact]
    public async Task The_data_of_every_reading_tool_fit_its_schema()
    {
        var report = await ContextPackage.RunAsync(
            host.Address, new { call = "top_offers" }, new { call = "performance_summary" }, new { call = "view_conversions", arguments = new { date_range = "yesterday" } },
            new { call = "paused_partner_check" }, new { call = "default_lp_check" }, new { call = "find_offers", arguments = new { query = "summer" } },
            new { call = "find_partners", arguments = new { query = "digital" } }, new { call = "list_alerts" }, new { call = "list_templates" });

        report.Reports.ShouldAllBe(step => step.Error == null && !step.IsError);
        report.Reports.Select(step => step.Structured!.Value.GetProperty("status").GetString()).ShouldAllBe(status => status == "answered");
    }

    [NodeFact]
    public async Task A_file_is_linked()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { call = "export_report", arguments = new { report_type = "fraud", date_range = "last week" } });

        report.Reports[0].Text.ShouldNotBeNull().ShouldContain($"]({host.Address}api/v1/exports/");
    }

    [NodeFact]
    public async Task A_long_call_tells_what_it_is_at()
    {
        var report = await ContextPackage.RunAsync(
            host.Address, new { call = "create_template", arguments = new { name = "Greeting", content = "Say hello to {{who}}." } },
            new { call = "run_template", arguments = new { template = "Greeting", variables = new { who = "Ada" } } });

        report.Reports[1].IsError.ShouldBeFalse(report.Reports[1].Text);
        report.Reports[1].Progress.ShouldBe(["Running Greeting"]);
    }

    [NodeFact]
    public async Task A_change_is_proposed_waits_for_a_person_and_is_shown_to_them()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { call = "tracking_link", arguments = new { partner = 34567, offer = 1002 } });

        var reply = report.Reports[0];
        reply.Structured.ShouldNotBeNull().GetProperty("status").GetString().ShouldBe("proposed");
        reply.Text.ShouldNotBeNull().ShouldContain("No tool can do that.");
        var id = reply.Structured.Value.GetProperty("pending_action").GetProperty("id").GetGuid();
        var pending = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/pending-actions?status=pending");
        pending.GetProperty("data").EnumerateArray().Select(action => action.GetProperty("id").GetGuid()).ShouldContain(id);
        var conversations = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/conversations");
        conversations.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("title").GetString()).ShouldContain("Requests of MCP clients");
        (await ApprovalsAsync(34567)).ShouldBe(0);
    }

    [NodeFact]
    public async Task What_a_person_confirms_is_done()
    {
        var report = await ContextPackage.RunAsync(host.Address, new { call = "tracking_link", arguments = new { partner = 56789, offer = 1002 } });
        var id = report.Reports[0].Structured.ShouldNotBeNull().GetProperty("pending_action").GetProperty("id").GetGuid();

        using var confirmed = await host.Client.PostAsync($"/api/v1/pending-actions/{id}/confirm", null);
        var again = await ContextPackage.RunAsync(host.Address, new { call = "tracking_link", arguments = new { partner = 56789, offer = 1002 } });

        confirmed.EnsureSuccessStatusCode();
        again.Reports[0].Structured.ShouldNotBeNull().GetProperty("status").GetString().ShouldBe("answered");
        again.Reports[0].Text.ShouldNotBeNull().ShouldContain("https://");
    }

    [NodeFact]
    public async Task What_is_missing_unclear_or_unknown_is_told_to_the_model()
    {
        var report = await ContextPackage.RunAsync(
            host.Address, new { call = "top_landing_pages" }, new { call = "top_landing_pages", arguments = new { offer = "mattress" } },
            new { call = "top_offers", arguments = new { colour = "red" } }, new { call = "sing" });

        report.Reports.Take(3).ShouldAllBe(step => step.IsError);
        report.Reports[0].Text.ShouldNotBeNull().ShouldContain("which offer");
        report.Reports[1].Text.ShouldNotBeNull().ShouldContain("\n- ");
        report.Reports[2].Text.ShouldNotBeNull().ShouldContain("does not take colour");
        report.Reports[3].Error.ShouldNotBeNull().Code.ShouldBe(-32602);
    }

    [NodeFact]
    public async Task A_key_acts_for_its_owner_and_a_wrong_one_for_nobody()
    {
        var key = await ((ApiKeyRepository)host.Services.GetService(typeof(ApiKeyRepository))!).CreateAsync("mcp-owner", "test", CancellationToken.None);

        var known = await ContextPackage.RunAsync(host.Address, key.Key, [new { call = "create_template", arguments = new { name = "Theirs", content = "Say {{what}}." } }, new { prompts = true }]);
        var unknown = await ContextPackage.RunAsync(host.Address, "plk_wrong", [new { tools = true }]);
        var local = await ContextPackage.RunAsync(host.Address, new { prompts = true });

        known.Reports[1].Prompts.ShouldNotBeNull().Select(prompt => prompt.GetProperty("name").GetString()).ShouldBe(["Theirs"]);
        unknown.Reports[0].Error.ShouldNotBeNull();
        local.Reports[0].Prompts.ShouldNotBeNull().Select(prompt => prompt.GetProperty("name").GetString()).ShouldNotContain("Theirs");
    }

    private static (bool ReadOnly, bool Destructive, bool Idempotent, bool OpenWorld) Hints(ContextReport report, string name)
    {
        var hints = report.Reports[0].Tools!.Single(tool => tool.GetProperty("name").GetString() == name).GetProperty("annotations");
        return (Hint("readOnlyHint"), Hint("destructiveHint"), Hint("idempotentHint"), Hint("openWorldHint"));

        bool Hint(string hint) => hints.GetProperty(hint).GetBoolean();
    }

    private async Task<int> ApprovalsAsync(int partner)
    {
        var log = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/audit?partner_id={partner}&action=approval_started");
        return log.GetProperty("data").GetArrayLength();
    }
}
