using System.Security.Cryptography;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>A report as a file, from the question to the download.</summary>
[Collection(OneBrowser.Name)]
public sealed class ExportTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task The_downloaded_file_is_the_one_that_the_card_describes()
    {
        host.Model.Then(ModelReply.Calls("export_report", """{"report_type":"stats","date_range":"2025-01-08 to 2025-01-14"}"""));
        var page = await chromium.OpenAsync(host.Address, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var card = (await page.AskAsync("stats of last week, please")).Card("export");
        await Expect(card.State).ToHaveTextAsync("Ready");
        await Expect(card.Fact("Period")).ToHaveTextAsync("2025-01-08 – 2025-01-14 (Europe/Amsterdam)");

        var file = await page.DownloadAsync(() => card.PressAsync("Download"));
        await card.PressAsync("Copy SHA-256");

        await Expect(page.Toast).ToContainTextAsync("SHA-256 copied.");
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file))).ShouldBe(await page.ClipboardAsync());
        var lines = await File.ReadAllLinesAsync(file);
        (await card.Fact("Rows").InnerTextAsync()).ShouldBe((lines.Length - 1).ToString("N0", System.Globalization.CultureInfo.InvariantCulture));
    }

    [BrowserFact]
    public async Task A_file_that_is_kept_no_longer_is_not_offered()
    {
        host.Model.Then(ModelReply.Calls("export_report", """{"report_type":"stats","date_range":"yesterday"}"""));
        var page = await chromium.OpenAsync(host.Address);
        var card = (await page.AskAsync("stats of yesterday as a file")).Card("export");
        await Expect(card.Button("Download")).ToBeVisibleAsync();

        host.Clock.MoveTo(host.Clock.GetUtcNow().AddHours(25));
        await page.ReloadAsync();

        await Expect(card.State).ToHaveTextAsync("Expired");
        await Expect(card.Button("Download")).ToHaveCountAsync(0);
    }
}
