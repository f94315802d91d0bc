using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class DatasetPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_dataset_is_made_and_rows_are_imported_or_every_bad_line_told()
    {
        var name = LabTemplates.NewName();
        var template = LabTemplates.IdOf(await host.Client.CreateTemplateAsync(name, "Shorten {{text}}"));
        var page = await chromium.OpenLabAsync(host.Address, "/lab/datasets/new");
        await page.Name.First.FillAsync($"Dataset {Guid.NewGuid():N}");
        await page.Page.GetByLabel("Template", new() { Exact = true }).SelectOptionAsync(template);
        await page.Button("Save").ClickAsync();
        var paste = page.Page.GetByLabel("Paste CSV or JSON Lines");
        var import = page.Page.GetByRole(AriaRole.Region, new() { Name = "Import rows" });

        await paste.FillAsync("text,expected\nlong,short,too much\nanother,row\nagain,one,more");
        await import.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();
        await Expect(import.Locator(".line-problems li")).ToHaveCountAsync(2);
        await paste.FillAsync("text,expected\nlong,short\nanother,row");
        await import.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();

        await Expect(page.Rows("Rows")).ToHaveCountAsync(2);
        await Expect(page.Page.GetByLabel("text of row 2")).ToHaveValueAsync("another");
        await Expect(page.Page.Locator(".page-sub")).ToContainTextAsync("2 rows");
    }

    [BrowserFact]
    public async Task Rows_are_changed_in_place_added_and_removed()
    {
        var (id, page) = await OpenAsync(new { variables = new { text = "one" }, expected = "1" });
        await page.Page.GetByLabel("Expected of row 1").FillAsync("first");
        await page.Page.GetByLabel("Expected of row 1").BlurAsync();
        await Expect(page.Page.GetByLabel("Expected of row 1")).ToHaveAttributeAsync("data-state", "saved");
        await page.Page.GetByLabel("text of a new row").FillAsync("two");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Rows("Rows")).ToHaveCountAsync(2);

        await page.Page.ReloadAsync();
        await Expect(page.Page.GetByLabel("Expected of row 1")).ToHaveValueAsync("first");
        await page.Button("Remove row 1").ClickAsync();

        await Expect(page.Rows("Rows")).ToHaveCountAsync(1);
        (await host.Client.GetJsonAsync($"/api/v1/datasets/{id}")).GetProperty("rows").GetInt32().ShouldBe(1);
    }

    [BrowserFact]
    public async Task Evaluators_are_added_and_what_is_wrong_with_one_stands_at_its_field()
    {
        var (id, page) = await OpenAsync(new { variables = new { text = "one" } });
        await page.OpenAsync($"/lab/datasets/{id}?view=evaluators");
        await page.Button("Add evaluator").ClickAsync();
        var card = page.Page.Locator(".evaluator-card").Last;
        await card.GetByLabel("Check").SelectOptionAsync("json_schema");
        await card.GetByLabel("JSON schema").FillAsync("{ not json");

        await page.Button("Save").ClickAsync();
        await Expect(card.GetByLabel("JSON schema")).ToHaveAttributeAsync("aria-invalid", "true");
        await card.GetByLabel("JSON schema").FillAsync("""{"type":"object"}""");
        await page.Button("Save").ClickAsync();
        await Expect(page.Toast).ToHaveTextAsync("Saved.");

        (await host.Client.GetJsonAsync($"/api/v1/datasets/{id}")).GetProperty("evaluators").EnumerateArray().Last().GetProperty("kind").GetString().ShouldBe("json_schema");
    }

    private async Task<(string Id, LabPage Page)> OpenAsync(params object[] rows)
    {
        using var created = await host.Client.PostAsJsonAsync("/api/v1/datasets", new { name = $"Dataset {Guid.NewGuid():N}", evaluators = new[] { new { kind = "contains" } } });
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var added = await host.Client.PostAsJsonAsync($"/api/v1/datasets/{id}/rows", rows);
        added.EnsureSuccessStatusCode();
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/datasets/{id}");
        await Expect(page.Rows("Rows")).ToHaveCountAsync(rows.Length);
        return (id, page);
    }
}
