using Microsoft.Playwright;
using PromptLab.Host.Tests.Executions;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>axe-core finds nothing serious on the pages, light, dark and on a phone.</summary>
[Collection(OneBrowser.Name)]
public sealed class LabAccessibilityTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    internal static readonly BrowserNewContextOptions[] Ways =
    [
        new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce },
        new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce },
        new() { ViewportSize = new() { Width = 390, Height = 800 }, ReducedMotion = ReducedMotion.Reduce },
    ];

    [BrowserFact]
    public async Task The_pages_keep_nobody_out()
    {
        var template = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Dear {{name}}", new { tags = new[] { "mail" }, description = "A letter" });
        await host.Client.ChangeTemplateAsync(template, new { content = "Hello {{name}} {{other}}" });
        var one = await host.Client.ExecuteAsync(template, new { provider = "offline", version = 1, variables = new { name = "Ann" } });
        var two = await host.Client.ExecuteAsync(template, new { provider = "offline", variables = new { name = "Ann", other = "Bea" } });
        var place = LabTemplates.PlaceOf(template);
        string[] pages =
        [
            "/lab/templates", "/lab/templates/new", place, $"{place}/run", $"{place}/versions", $"{place}/versions?version=1", "/lab/executions", $"/lab/executions/{ExecutionCalls.Id(one)}",
            $"/lab/compare?template={LabTemplates.IdOf(template)}", $"/lab/compare?ids={ExecutionCalls.Id(one)},{ExecutionCalls.Id(two)}",
        ];

        foreach (var way in Ways)
        {
            var page = await chromium.OpenLabAsync(host.Address, "/lab/templates", options: way);
            foreach (var path in pages)
            {
                await page.OpenAsync(path);
                await Assertions.Expect(page.Page.Locator("main .page")).Not.ToHaveAttributeAsync("aria-busy", "true");

                (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty(path);
            }

            await page.Page.Context.CloseAsync();
        }
    }
}
