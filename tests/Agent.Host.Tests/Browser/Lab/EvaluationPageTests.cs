using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class EvaluationPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_version_is_run_over_the_rows_and_what_failed_is_looked_into()
    {
        var gate = new TaskCompletionSource();
        host.Model.Then(ModelReply.Says("The cat sat."), ModelReply.Says("The dog ", "ran away.").HeldAt(1, gate.Task));
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/datasets/{await DatasetAsync()}?view=results");
        await page.Page.GetByLabel("Rows at once").FillAsync("1");
        await page.Button("Evaluate").ClickAsync();
        await Expect(page.Page.Locator(".result")).ToHaveCountAsync(1);
        await Expect(page.Page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "1");

        gate.SetResult();
        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("completed");
        await Expect(page.Page.GetByText("Not passed: 100 % of the rows must pass.")).ToBeVisibleAsync();
        await page.Button("Not passed").ClickAsync();
        await Expect(page.Page.Locator(".result")).ToHaveCountAsync(1);
        await page.Page.Locator(".result summary").ClickAsync();

        await Expect(page.Page.Locator(".result-body")).ToContainTextAsync("about a dog");
        await Expect(page.Page.Locator(".result-body del")).ToContainTextAsync(["slept"]);
        await Expect(page.Page.Locator(".checks")).ToContainTextAsync("contains");
        page.Place.ShouldContain("passed=false");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Results_per_version_are_a_plot_and_a_table()
    {
        host.Model.Then(ModelReply.Says("The cat sat."), ModelReply.Says("The dog slept."));
        var dataset = await DatasetAsync();
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/datasets/{dataset}?view=results");
        await page.Page.GetByLabel("Rows at once").FillAsync("1");
        await page.Button("Evaluate").ClickAsync();
        await Expect(page.Page.GetByText("Passed: at least 100 %")).ToBeVisibleAsync();

        await page.OpenAsync($"/lab/datasets/{dataset}?view=results");

        await Expect(page.Page.Locator(".plot canvas")).ToBeVisibleAsync();
        await Expect(page.Rows("Results per version")).ToContainTextAsync(["2 / 2"]);
        await Expect(page.Rows("Evaluations")).ToContainTextAsync(["completed"]);
    }

    [BrowserFact]
    public async Task An_evaluation_that_was_stopped_is_resumed_from_its_page()
    {
        host.Model.Then(ModelReply.Says("The cat sat."), ModelReply.Hangs());
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/datasets/{await DatasetAsync()}?view=results");
        await page.Page.GetByLabel("Rows at once").FillAsync("1");
        await page.Button("Evaluate").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuenow", "1");
        await page.Button("Stop").ClickAsync();
        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("cancelled");
        host.Model.Then(ModelReply.Says("The dog slept."));

        await page.Button("Resume").ClickAsync();

        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("completed");
        await Expect(page.Page.GetByText("Passed: at least 100 %")).ToBeVisibleAsync();
        await Expect(page.Button("Resume")).ToHaveCountAsync(0);
        page.Complaints.ShouldBeEmpty();
    }

    /// <summary>Two rows, one about a cat, one about a dog.</summary>
    private async Task<string> DatasetAsync()
    {
        var template = LabTemplates.IdOf(await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Tell {{text}}"));
        using var created = await host.Client.PostAsJsonAsync(
            "/api/v1/datasets", new { name = $"Dataset {Guid.NewGuid():N}", template_id = template, evaluators = new[] { new { kind = "contains", ignore_case = true } } });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        object[] rows = [new { variables = new { text = "about a cat" }, expected = "cat sat" }, new { variables = new { text = "about a dog" }, expected = "dog slept" }];
        using var added = await host.Client.PostAsJsonAsync($"/api/v1/datasets/{id}/rows", rows);
        added.EnsureSuccessStatusCode();
        return id;
    }
}
