using PromptLab.Host.Tests.TemplateFolder;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class FolderPageTests(Chromium chromium)
{
    [BrowserFact]
    public Task Both_sides_of_a_conflict_are_shown_and_a_person_keeps_the_file() => ChooseAsync("Keep the file", "changed there");

    [BrowserFact]
    public Task Both_sides_of_a_conflict_are_shown_and_a_person_keeps_the_template() => ChooseAsync("Keep the template", "changed here");

    [BrowserFact]
    public async Task The_page_keeps_nobody_out()
    {
        await using var scene = await FolderScene.StartAsync();
        await scene.DisputeAsync();
        File.WriteAllText(scene.Path("broken.yaml"), "name: Broken\ntemplate: '{{$bad'\n");

        foreach (var way in LabAccessibilityTests.Ways)
        {
            var page = await chromium.OpenLabAsync(scene.Address, "/lab/templates/folder", options: way);
            await Expect(page.Page.Locator(".folder-conflict")).ToBeVisibleAsync();

            (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty();
            (await page.OverflowsAsync()).ShouldBeFalse();
            await page.Page.Context.CloseAsync();
        }
    }

    private async Task ChooseAsync(string button, string content)
    {
        await using var scene = await FolderScene.StartAsync();
        var (template, _) = await scene.DisputeAsync();
        var page = await chromium.OpenLabAsync(scene.Address, "/lab/templates");
        await page.Link("Look at both sides and decide").ClickAsync();
        await Expect(page.Page.GetByLabel("The template, v2")).ToContainTextAsync("changed here");
        await Expect(page.Page.GetByLabel("The file disputed.yaml")).ToContainTextAsync("changed there");

        await page.Button(button).ClickAsync();

        await Expect(page.Page.GetByText("All in step.")).ToBeVisibleAsync();
        (await scene.ContentAsync(template)).ShouldBe(content);
        scene.Read("disputed.yaml").ShouldContain(content);
        page.Place.ShouldBe("/lab/templates/folder");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_file_that_cannot_be_used_is_told_and_replaced_by_its_template()
    {
        await using var scene = await FolderScene.StartAsync();
        var (template, conflict) = await scene.DisputeAsync();
        await scene.DecideAsync(conflict, "template");
        File.WriteAllText(scene.Path("disputed.yaml"), "name: Disputed\ntemplate: '{{$bad'\n");
        var page = await chromium.OpenLabAsync(scene.Address, "/lab/templates/folder");
        await Expect(page.Page.Locator(".folder-problems")).ToContainTextAsync("The file cannot be used");

        await page.Button("Replace the file by its template").ClickAsync();

        await Expect(page.Page.GetByText("All in step.")).ToBeVisibleAsync();
        (await scene.ContentAsync(template)).ShouldBe("changed here");
        scene.Read("disputed.yaml").ShouldContain("changed here");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_a_folder_the_page_says_how_to_have_one()
    {
        await using var scene = await FolderScene.StartAsync("--Templates:Folder", "");

        var page = await chromium.OpenLabAsync(scene.Address, "/lab/templates/folder");

        await Expect(page.Page.GetByText("No folder is kept in step with your templates.")).ToBeVisibleAsync();
        page.Complaints.ShouldBeEmpty();
    }
}
