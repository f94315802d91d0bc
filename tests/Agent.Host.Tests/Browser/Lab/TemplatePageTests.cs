using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class TemplatePageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_template_is_written_saved_and_found_again()
    {
        var name = LabTemplates.NewName();
        var page = await chromium.OpenLabAsync(host.Address, "/lab/templates/new");
        await page.Name.FillAsync(name);
        await page.Prompt.FillAsync("Write to {{name}} about {{topic}}.");
        await Expect(page.Input("name")).ToBeVisibleAsync();
        await page.Input("topic").GetByLabel("Default of topic").FillAsync("the weather");

        await page.SaveAsync();
        await Expect(page.SaveState).ToHaveTextAsync("Saved as v1");
        await page.OpenAsync($"/lab/templates?search={Uri.EscapeDataString(name)}");

        await Expect(page.Rows("Templates")).ToHaveCountAsync(1);
        await page.Link(name).ClickAsync();
        await Expect(page.Prompt).ToHaveValueAsync("Write to {{name}} about {{topic}}.");
        await Expect(page.Input("topic").GetByLabel("Default of topic")).ToHaveValueAsync("the weather");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Another_text_makes_a_version_and_the_same_text_none()
    {
        var page = await chromium.OpenLabAsync(host.Address, await host.TemplateAsync("Hi {{name}}"));
        await page.Prompt.FillAsync("Hello {{name}}");
        await page.SaveAsync();
        await Expect(page.Toast).ToHaveTextAsync("Saved as v2.");

        await page.SaveAsync();

        await Expect(page.Toast).ToContainTextAsync("Nothing changed");
        await Expect(page.SaveState).ToHaveTextAsync("Saved as v2");
    }

    [BrowserFact]
    public async Task Braces_that_are_not_closed_are_told_at_once_and_cannot_be_saved()
    {
        var page = await chromium.OpenLabAsync(host.Address, await host.TemplateAsync("Hi"));

        await page.Prompt.FillAsync("Hi\nthere {{name");

        await Expect(page.Page.Locator(".prompt-problems").First).ToContainTextAsync("Line 2, character 7: These braces are not closed");
        await page.SaveAsync();
        await Expect(page.Alert.First).ToContainTextAsync("Not saved");
        await Expect(page.Prompt).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [BrowserFact]
    public async Task Inputs_follow_the_variables_and_keep_what_was_said_about_them()
    {
        var page = await chromium.OpenLabAsync(host.Address, await host.TemplateAsync("Hi {{name}}"));
        await page.Prompt.FillAsync("Hi {{name}} and {{other}}");
        await page.Input("other").GetByLabel("Description of other").FillAsync("Somebody else");

        await page.Prompt.FillAsync("Hi nobody");

        await Expect(page.Input("name")).ToHaveCountAsync(0);
        await Expect(page.Input("other")).ToContainTextAsync("not used");
        await page.Button("Forget what is said about other").ClickAsync();
        await Expect(page.Input("other")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Who_saves_after_somebody_else_sees_both_texts_and_loses_none()
    {
        var saved = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "One");
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));
        await page.Prompt.FillAsync("Mine");
        await host.Client.ChangeTemplateAsync(saved, new { content = "Theirs" });

        await page.SaveAsync();

        var news = page.Page.GetByRole(AriaRole.Region, new() { Name = "Changed in the meantime" });
        await Expect(news.GetByLabel("Prompt, saved as v2")).ToHaveTextAsync("Theirs");
        await Expect(news.GetByLabel("Prompt, yours")).ToHaveTextAsync("Mine");
        await Expect(page.Prompt).ToHaveValueAsync("Mine");
        await page.Button("Save mine as the next version").ClickAsync();
        await Expect(page.SaveState).ToHaveTextAsync("Saved as v3");
        await Expect(news).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Taking_the_other_text_gives_up_ones_own()
    {
        var saved = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "One");
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));
        await page.Prompt.FillAsync("Mine");
        await host.Client.ChangeTemplateAsync(saved, new { content = "Theirs" });
        await page.SaveAsync();

        await page.Button("Take theirs instead").ClickAsync();

        await Expect(page.Prompt).ToHaveValueAsync("Theirs");
        await Expect(page.SaveState).ToHaveTextAsync("Saved as v2");
    }

    [BrowserFact]
    public async Task Leaving_with_unsaved_text_asks_first()
    {
        var place = await host.TemplateAsync("Hi");
        var page = await chromium.OpenLabAsync(host.Address, place);
        await page.Prompt.FillAsync("Hi there");

        await page.Link("Versions").ClickAsync();
        await Expect(page.Dialog).ToContainTextAsync("Leave without saving?");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        page.Place.ShouldBe(place);
        await Expect(page.Prompt).ToHaveValueAsync("Hi there");
        await page.Link("Versions").ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Discard changes" }).ClickAsync();
        await Expect(page.Heading).ToBeVisibleAsync();
        await Expect(page.Page).ToHaveURLAsync(new Uri(host.Address, $"{place}/versions").ToString());
    }

    [BrowserFact]
    public async Task A_deleted_template_can_be_brought_back()
    {
        var name = LabTemplates.NewName();
        var saved = await host.Client.CreateTemplateAsync(name, "Hi");
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));
        await page.Button("Delete").ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("Templates");

        await page.OpenAsync($"/lab/templates?deleted=true&search={Uri.EscapeDataString(name)}");
        await page.Button("Bring back").ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync(name);
        await Expect(page.Prompt).ToHaveValueAsync("Hi");
    }

    [BrowserFact]
    public async Task The_list_is_narrowed_by_words_and_tags_as_one_types()
    {
        var (tag, name) = ($"t{Guid.NewGuid():N}"[..12], LabTemplates.NewName());
        await host.Client.CreateTemplateAsync(name, "Hi", new { tags = new[] { tag } });
        await host.TemplateAsync("Something else");
        var page = await chromium.OpenLabAsync(host.Address, "/lab/templates");

        await page.Page.GetByLabel("Search templates").FillAsync(name);
        await Expect(page.Rows("Templates")).ToHaveCountAsync(1);
        await page.Button(tag).ClickAsync();
        await Expect(page.Button(tag)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.GetByLabel("Search templates").FillAsync("no such words anywhere");

        await Expect(page.Page.GetByText("No template fits.")).ToBeVisibleAsync();
        page.Place.ShouldContain($"tag={tag}");
    }
}
