using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Conformance;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Mcp;

/// <summary>npm's <c>@modelcontextprotocol/sdk</c> against the prompt templates of the running service.</summary>
public sealed class McpPromptTests(HostFixture host) : IClassFixture<HostFixture>
{
    [NodeFact]
    public async Task A_template_is_a_prompt_with_arguments()
    {
        await host.Client.CreateTemplateAsync(
            "Recap", "Summarise {{text}} in {{count}} sentences.",
            new { description = "A short summary.", system_prompt = "Be brief.", inputs = new[] { new { name = "count", type = "number", @default = 3 } } });

        var report = await ContextPackage.RunAsync(host.Address, new { prompts = true }, new { prompt = "Recap", arguments = new { text = "it all" } });

        var prompt = report.Reports[0].Prompts.ShouldNotBeNull().Single(item => item.GetProperty("name").GetString() == "Recap");
        prompt.GetProperty("description").GetString().ShouldBe("A short summary.");
        prompt.GetProperty("arguments").EnumerateArray().Select(item => (item.GetProperty("name").GetString(), item.GetProperty("required").GetBoolean()))
            .ShouldBe([("count", false), ("text", true)], ignoreOrder: true);
        report.Reports[1].Messages.ShouldBe(["Be brief.", "Summarise it all in 3 sentences."]);
    }

    [NodeFact]
    public async Task What_is_missing_mistyped_or_unknown_is_an_error_that_says_so()
    {
        await host.Client.CreateTemplateAsync("Count", "Count to {{n}}.", new { inputs = new[] { new { name = "n", type = "number" } } });

        var report = await ContextPackage.RunAsync(
            host.Address, new { prompt = "Count" }, new { prompt = "Count", arguments = new { n = "many" } }, new { prompt = "Nothing of the kind" });

        report.Reports.Select(step => step.Error!.Code).ShouldAllBe(code => code == -32602);
        report.Reports[0].Error!.Message.ShouldContain("Give a value for n.");
        report.Reports[1].Error!.Message.ShouldContain("n must be");
    }

    [NodeFact]
    public async Task More_prompts_than_fit_a_page_are_leafed_through()
    {
        using var other = await host.SignInAsync("many-prompts");
        foreach (var number in Enumerable.Range(1, 53))
        {
            await other.CreateTemplateAsync($"Prompt {number}", "Hello.");
        }

        var report = await ContextPackage.RunAsync(host.Address, other.DefaultRequestHeaders.Authorization!.Parameter, [new { prompts = true }]);

        report.Reports[0].Prompts.ShouldNotBeNull()
            .Count(prompt => prompt.GetProperty("name").GetString()!.StartsWith("Prompt ", StringComparison.Ordinal)).ShouldBe(53);
    }

    [NodeFact]
    public async Task What_others_share_is_a_prompt_under_their_name()
    {
        using var other = await host.SignInAsync("generous");
        var saved = await other.CreateTemplateAsync("Greeting", "Good morning, {{name}}.");
        await other.ChangeTemplateAsync(saved, new { sharing = "team" });

        var report = await ContextPackage.RunAsync(host.Address, new { prompts = true }, new { prompt = "generous/Greeting", arguments = new { name = "Ada" } });

        report.Reports[0].Prompts.ShouldNotBeNull().Select(prompt => prompt.GetProperty("name").GetString()).ShouldContain("generous/Greeting");
        report.Reports[1].Messages.ShouldBe(["Good morning, Ada."]);
    }

    [NodeFact]
    public async Task Every_prompt_that_is_listed_can_be_had()
    {
        string[] owners = [.. Enumerable.Range(1, 8).Select(number => $"namesake{number}"), "intranet/anna"];
        foreach (var owner in owners)
        {
            using var other = await host.SignInAsync(owner);
            await other.ChangeTemplateAsync(await other.CreateTemplateAsync("Either/or", $"Said by {owner}."), new { sharing = "team" });
        }

        var report = await ContextPackage.RunAsync(
            host.Address, new { prompts = true }, new { prompt = "namesake8/Either/or" }, new { prompt = "intranet/anna/Either/or" });

        var listed = report.Reports[0].Prompts.ShouldNotBeNull().Select(prompt => prompt.GetProperty("name").GetString());
        owners.Select(owner => $"{owner}/Either/or").ShouldBeSubsetOf(listed!);
        report.Reports[1].Messages.ShouldBe(["Said by namesake8."]);
        report.Reports[2].Messages.ShouldBe(["Said by intranet/anna."]);
    }
}
