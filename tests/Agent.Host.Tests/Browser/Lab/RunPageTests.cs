using System.Net;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class RunPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task The_output_comes_word_by_word_and_ends_with_what_it_took()
    {
        var gate = new TaskCompletionSource();
        host.Model.Then(ModelReply.Says("The first ", "and the second.").HeldAt(1, gate.Task));
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi {{name}}")}/run");
        await page.Variable("name").FillAsync("Ann");

        await page.RunAsync();
        await Expect(page.Output).ToHaveTextAsync("The first ");
        await Expect(page.Output).ToHaveAttributeAsync("aria-busy", "true");
        gate.SetResult();

        await Expect(page.Output).ToHaveTextAsync("The first and the second.");
        await Expect(page.Figures).ToContainTextAsync("Tokens in900");
        await Expect(page.Figures).ToContainTextAsync("scripted · gpt-scripted");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_a_model_the_offline_answer_says_what_it_is()
    {
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi {{name}}")}/run");
        await page.Variable("name").FillAsync("Ann");
        await page.Page.GetByLabel("Provider", new() { Exact = true }).SelectOptionAsync("offline");

        await page.Button("Run").ClickAsync();

        await Expect(page.Output).ToContainTextAsync("No model was asked");
        await Expect(page.Output).ToContainTextAsync("Hi Ann");
        await Expect(page.Figures).ToContainTextAsync("offline");
    }

    [BrowserFact]
    public async Task Values_that_are_missing_are_marked_and_nothing_runs()
    {
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi {{name}}, {{place}}")}/run");
        await page.Variable("name").FillAsync("Ann");

        await page.RunAsync();

        await Expect(page.Variable("place")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Variable("place")).ToBeFocusedAsync();
        await Expect(page.Variable("name")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Output).ToContainTextAsync("Nothing was run.");
    }

    [BrowserFact]
    public async Task A_run_can_be_stopped_and_keeps_what_there_is()
    {
        host.Model.Then(ModelReply.Says("Only this").ThenHangs());
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi")}/run");
        await page.RunAsync();
        await Expect(page.Output).ToHaveTextAsync("Only this");

        await page.Button("Stop").ClickAsync();

        await Expect(page.Page.Locator(".output-status")).ToHaveTextAsync("cancelled");
        await Expect(page.Output).ToHaveTextAsync("Only this");
        await Expect(page.Button("Run")).ToBeEnabledAsync();
    }

    [BrowserFact]
    public async Task A_failing_model_says_what_to_do_and_a_fallback_says_that_it_answered()
    {
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest), ModelReply.Fails(HttpStatusCode.BadRequest));
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi there")}/run");
        await page.RunAsync();
        await Expect(page.Output).ToContainTextAsync("Check the model's name and the parameters");

        await page.Page.GetByLabel("If it fails").SelectOptionAsync("offline");
        await page.RunAsync();

        await Expect(page.Output.Locator("[data-code=model_fallback]")).ToContainTextAsync("offline does");
        await Expect(page.Output).ToContainTextAsync("Hi there");
    }

    [BrowserFact]
    public async Task What_was_given_last_is_there_again()
    {
        host.Model.Then(ModelReply.Says("Done."));
        var page = await chromium.OpenLabAsync(host.Address, $"{await host.TemplateAsync("Hi {{name}}")}/run");
        await page.Variable("name").FillAsync("Ann");
        await page.RunAsync();
        await Expect(page.Output).ToHaveTextAsync("Done.");

        await page.Page.ReloadAsync();

        await Expect(page.Variable("name")).ToHaveValueAsync("Ann");
    }

    [BrowserFact]
    public async Task Each_type_of_input_has_a_field_of_its_own()
    {
        var inputs = new object[]
        {
            new { name = "tone", type = "choice", options = new[] { "warm", "dry" } }, new { name = "day", type = "date" }, new { name = "polite", type = "boolean", @default = true },
        };
        var saved = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "{{tone}} on {{day}}, polite: {{polite}}", new { inputs });
        var page = await chromium.OpenLabAsync(host.Address, $"{LabTemplates.PlaceOf(saved)}/run");

        await page.Variable("tone").SelectOptionAsync("dry");
        await page.Variable("day").FillAsync("2025-01-15");
        await Expect(page.Page.GetByRole(AriaRole.Checkbox, new() { Name = "polite" })).ToBeCheckedAsync();
        await page.Page.GetByLabel("Provider", new() { Exact = true }).SelectOptionAsync("offline");
        await page.RunAsync();

        await Expect(page.Output).ToContainTextAsync("dry on 2025-01-15, polite: true");
    }
}
