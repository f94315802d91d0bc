using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Exports;

public sealed class ExportDownloadTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly object Fraud = new { report_type = "fraud", date_range = "yesterday", partner = 180 };

    [Fact]
    public async Task The_link_gives_its_owner_the_whole_file_under_its_name()
    {
        var export = await host.Client.ExportAsync(Fraud);

        using var response = await host.Client.GetAsync(export.Url());

        var bytes = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(export["sha256"]!.GetValue<string>());
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("fraud-report_2025-01-14_2025-01-14_partner-180.csv");
        response.Content.Headers.ContentDisposition.DispositionType.ShouldBe("attachment");
        response.Headers.ETag!.Tag.ShouldBe($"\"{export["sha256"]}\"");
        response.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task Ranges_are_served_and_a_changed_file_is_not_mixed_in()
    {
        var export = await host.Client.ExportAsync(Fraud);
        var whole = await host.Client.GetByteArrayAsync(export.Url());

        using var part = await RangeAsync(export, $"\"{export["sha256"]}\"");
        using var other = await RangeAsync(export, "\"another\"");

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(whole[10..20]);
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_else_finds_nothing_even_with_the_link()
    {
        var export = await host.Client.ExportAsync(Fraud);
        using var other = await host.SignInAsync("somebody else");

        using var download = await other.GetAsync(export.Url());
        using var row = await other.GetAsync($"/api/v1/exports/{export["id"]}");
        using var manifest = await other.GetAsync($"/api/v1/exports/{export["id"]}/manifest");

        new[] { download, row, manifest }.ShouldAllBe(reply => reply.StatusCode == HttpStatusCode.NotFound);
        (await other.GetFromJsonAsync<JsonObject>("/api/v1/exports"))!["data"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?token=")]
    [InlineData("?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task The_owner_without_the_right_token_finds_nothing(string query)
    {
        var export = await host.Client.ExportAsync(Fraud);

        using var response = await host.Client.GetAsync($"/api/v1/exports/{export["id"]}/download{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadFromJsonAsync<JsonObject>())!["code"]!.GetValue<string>().ShouldBe("export_not_found");
    }

    [Fact]
    public async Task A_link_of_another_export_does_not_fit()
    {
        var one = await host.Client.ExportAsync(Fraud);
        var other = await host.Client.ExportAsync(Fraud);

        using var response = await host.Client.GetAsync($"/api/v1/exports/{one["id"]}/download?{other.Url().Split('?')[1]}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Exports_are_listed_newest_first_page_by_page()
    {
        using var ann = await host.SignInAsync("list reader");
        var first = await ann.ExportAsync(Fraud);
        var second = await ann.ExportAsync(Fraud);

        var page = (await ann.GetFromJsonAsync<JsonObject>("/api/v1/exports?limit=1"))!;
        var rest = (await ann.GetFromJsonAsync<JsonObject>($"/api/v1/exports?limit=1&cursor={page["next"]}"))!;

        page["data"]![0]!["id"]!.GetValue<string>().ShouldBe(second["id"]!.GetValue<string>());
        rest["data"]![0]!.ToJsonString().ShouldBe(first.ToJsonString());
        rest["next"].ShouldBeNull();
    }

    [Fact]
    public async Task The_manifest_is_served_beside_the_file()
    {
        var export = await host.Client.ExportAsync(Fraud);

        var manifest = (await host.Client.GetFromJsonAsync<JsonObject>($"/api/v1/exports/{export["id"]}/manifest"))!;

        manifest["sha256"]!.GetValue<string>().ShouldBe(export["sha256"]!.GetValue<string>());
        manifest["columns"]!.ToJsonString().ShouldBe(export["columns"]!.ToJsonString());
    }

    [Fact]
    public async Task An_export_nobody_made_is_not_found()
    {
        using var response = await host.Client.GetAsync($"/api/v1/exports/{Guid.NewGuid()}");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1000")]
    [InlineData("cursor=nonsense")]
    public async Task A_list_that_cannot_be_is_refused(string query)
    {
        using var response = await host.Client.GetAsync("/api/v1/exports?" + query);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private Task<HttpResponseMessage> RangeAsync(JsonObject export, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, export.Url());
        request.Headers.Range = new RangeHeaderValue(10, 19);
        request.Headers.IfRange = new RangeConditionHeaderValue(tag);
        return host.Client.SendAsync(request);
    }
}
