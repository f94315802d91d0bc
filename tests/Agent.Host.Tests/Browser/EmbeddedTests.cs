using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Embedding;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class EmbeddedTests(Chromium chromium)
{
    [BrowserFact]
    public async Task On_a_page_of_another_site_the_chat_answers_its_user()
    {
        await using var site = await ForeignSite.StartAsync();
        var host = new HostFixture();
        await host.StartAsync("--Embedding:Origins:0", site.Address.ToString().TrimEnd('/'));
        site.Use(host.Address, (await host.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("intranet", "site", default)).Key);
        var page = await chromium.OpenAsync(site.Address);

        var answer = await page.AskAsync("top offers by clicks last week");

        await Expect(answer.Rows).ToHaveCountAsync(10);
        page.Complaints.ShouldBeEmpty();
        await page.CloseAsync();
        await host.DisposeAsync();
    }

    [BrowserFact]
    public async Task A_site_that_is_not_let_in_gets_a_sentence_and_no_answer()
    {
        await using var site = await ForeignSite.StartAsync();
        var host = new HostFixture();
        await host.StartAsync();
        site.Use(host.Address, (await host.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("intranet", "site", default)).Key);
        var page = await chromium.OpenAsync(site.Address);

        await page.SendAsync("top offers by clicks last week");

        await Expect(page.LastAnswer.Error).ToContainTextAsync("could not be reached");
        using var key = await host.SignInAsync("intranet/anna");
        var list = await key.GetFromJsonAsync<JsonElement>("/api/v1/conversations");
        list.GetProperty("data").EnumerateArray().ShouldBeEmpty();
        await page.CloseAsync();
        await host.DisposeAsync();
    }
}
