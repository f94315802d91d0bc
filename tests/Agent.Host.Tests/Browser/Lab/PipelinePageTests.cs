using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class PipelinePageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_pipeline_of_three_steps_is_made_saved_and_run()
    {
        var (comment, mail) = (await NewTemplateAsync("Comment on {{text}}"), await NewTemplateAsync("Mail: {{comment}}"));
        host.Model.Then(ModelReply.Says("A good week."), ModelReply.Says("Dear all, **a good week**."));
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        var pipeline = new PipelineView(page);
        var name = $"Pipeline {Guid.NewGuid():N}";
        await page.Name.First.FillAsync(name);
        await pipeline.AddInputAsync("period");
        await pipeline.AddToolAsync("performance_summary", "figures");
        await pipeline.Value(1, "date_range").FillAsync("{{period}}");
        await pipeline.AddTemplateAsync(comment, "Comment", "comment");
        await pipeline.Value(2, "text").FillAsync("{{figures}}");
        await pipeline.AddTemplateAsync(mail, "Mail", "mail");
        await Expect(pipeline.Problems).ToContainTextAsync("Ready to run");
        await Expect(pipeline.Order.Locator(".order-layer")).ToHaveTextAsync(["First:performance summary", "Then:Comment", "Then:Mail"]);

        await page.SaveAsync();
        await Expect(page.Heading).ToHaveTextAsync(name);
        await pipeline.RunPanel.GetByLabel("period").FillAsync("last week");
        await pipeline.RunPanel.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync($"Run of {name}");
        await Expect(page.Page.Locator(".run-step[data-status=completed]")).ToHaveCountAsync(3);
        await Expect(page.Page.Locator(".run-output strong")).ToHaveTextAsync("a good week");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Only_tools_that_a_step_may_call_are_offered()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        var pipeline = new PipelineView(page);

        await page.Button("Add tool step").ClickAsync();

        var offered = await pipeline.Field(1, "Tool").Locator("option").EvaluateAllAsync<string[]>("options => options.map(({ value }) => value)");
        offered.ShouldContain("performance_summary");
        offered.Intersect(["tracking_link", "update_alert", "schedule", "create_template", "run_template", "run_pipeline"]).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Problems_are_told_while_one_writes_and_lead_to_their_fields()
    {
        var template = await NewTemplateAsync("Comment on {{text}}");
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        var pipeline = new PipelineView(page);
        await page.Name.First.FillAsync($"Pipeline {Guid.NewGuid():N}");
        await pipeline.AddTemplateAsync(template, "Comment", "comment");

        await pipeline.Value(1, "text").FillAsync("{{figurs}}");
        await Expect(pipeline.Value(1, "text")).ToHaveAttributeAsync("aria-invalid", "true");
        await pipeline.Problems.GetByRole(AriaRole.Button).First.ClickAsync();

        await Expect(pipeline.Value(1, "text")).ToBeFocusedAsync();
        await pipeline.Value(1, "text").FillAsync("a text");
        await Expect(pipeline.Problems).ToContainTextAsync("Ready to run");
        await Expect(pipeline.Value(1, "text")).Not.ToHaveAttributeAsync("aria-invalid", "true");
    }

    [BrowserFact]
    public async Task What_is_wrong_is_not_saved()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        var pipeline = new PipelineView(page);
        await page.Button("Add template step").ClickAsync();

        await page.Button("Save").ClickAsync();

        await Expect(page.Toast).ToContainTextAsync("Not saved");
        await Expect(page.Name.First).ToBeFocusedAsync();
        await Expect(pipeline.Field(1, "Template")).ToHaveAttributeAsync("aria-invalid", "true");
        page.Place.ShouldBe("/lab/pipelines/new");
    }

    [BrowserFact]
    public async Task Steps_are_moved_and_removed_with_the_keyboard()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        var pipeline = new PipelineView(page);
        await pipeline.AddToolAsync("find_offers", "offers");
        await pipeline.AddToolAsync("find_partners", "partners");

        await pipeline.Step(2).GetByRole(AriaRole.Button, new() { Name = "Move the step up" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(pipeline.Field(1, "Tool")).ToHaveValueAsync("find_partners");
        await pipeline.Step(1).GetByRole(AriaRole.Button, new() { Name = "Remove the step" }).FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(pipeline.Steps).ToHaveCountAsync(1);
        await Expect(pipeline.Field(1, "Tool")).ToHaveValueAsync("find_offers");
    }

    [BrowserFact]
    public async Task Who_leaves_without_saving_is_asked_first()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/pipelines/new");
        await page.Name.First.FillAsync("Half of one");

        await page.Link("Templates").ClickAsync();

        await Expect(page.Dialog).ToContainTextAsync("not saved");
    }

    private async Task<string> NewTemplateAsync(string content) => LabTemplates.IdOf(await host.Client.CreateTemplateAsync(LabTemplates.NewName(), content));
}
