using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using Xunit.Abstractions;
using static PromptLab.Host.Tests.Datasets.DatasetCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Datasets;

public sealed class DatasetFileEndpointTests(HostFixture host, ITestOutputHelper output) : IClassFixture<HostFixture>
{
    private Task<JsonElement> NewAsync() => host.Client.CreateDatasetAsync($"File {Guid.NewGuid()}");

    [Theory]
    [InlineData("csv", "text/csv"), InlineData("jsonl", "application/x-ndjson")]
    public async Task What_is_exported_can_be_imported_again(string format, string type)
    {
        var dataset = await host.Client.CreateDatasetAsync(
            $"Round {Guid.NewGuid()}", null,
            new { variables = new { text = "a, \"b\"\nc", n = "1" }, expected = "=SUM(1)", note = "née" }, new { variables = new { other = "x" }, expected = new { k = new[] { 1 } } },
            new { variables = new { expected = "a variable", note = "another", variables = "a third" }, expected = "the row's", note = "its own" });
        var copy = await NewAsync();

        using var exported = await host.Client.GetAsync($"{Place(dataset)}/export?format={format}");
        using var imported = await host.Client.ImportAsync(copy, await exported.Content.ReadAsStringAsync(), type);

        exported.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK);
        var (before, after) = (await host.Client.RowsAsync(dataset), await host.Client.RowsAsync(copy));
        after.Select(Content).ShouldBe(before.Select(Content));

        static string Content(JsonElement row) => $"{row.GetProperty("variables")} {row.GetProperty("expected").GetRawText()} {row.GetProperty("note")}";
    }

    [Theory]
    [InlineData("variables.expected,expected,variables.city\nv,e,Bern\n", "text/csv")]
    [InlineData("{\"variables.expected\":\"v\",\"expected\":\"e\",\"variables.city\":\"Bern\"}\n", "application/x-ndjson")]
    public async Task A_variable_with_the_name_of_a_column_of_its_own_is_told_apart(string file, string type)
    {
        var dataset = await NewAsync();

        using var imported = await host.Client.ImportAsync(dataset, file, type);

        imported.StatusCode.ShouldBe(HttpStatusCode.OK);
        var row = (await host.Client.RowsAsync(dataset)).Single();
        (row.GetProperty("variables").GetProperty("expected").GetString(), row.GetProperty("variables").GetProperty("city").GetString(), row.GetProperty("expected").GetString())
            .ShouldBe(("v", "Bern", "e"));
        (await ProblemAsync(host.Client.ImportAsync(dataset, "city,variables.city\na,b\n"))).ShouldBe((422, "dataset_file_invalid"));
        (await ProblemAsync(host.Client.ImportAsync(dataset, "variables.\na\n"))).ShouldBe((422, "dataset_file_invalid"));
    }

    [Fact]
    public async Task A_file_with_bad_lines_changes_nothing_and_each_is_told()
    {
        var dataset = await NewAsync();
        using var first = await host.Client.ImportAsync(dataset, "a,expected\n1,2\n");

        using var response = await host.Client.ImportAsync(dataset, "a,expected\n1\n2,3\n4,5,6\n", query: "?mode=replace");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ReadAsync(response);
        (problem.GetProperty("code").GetString(), problem.GetProperty("imported").GetInt32()).ShouldBe(("dataset_file_invalid", 0));
        problem.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("line").GetInt32()).ShouldBe([2, 4]);
        (await host.Client.RowsAsync(dataset)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_is_added_or_takes_the_place_of_what_there_is()
    {
        var dataset = await NewAsync();

        using var first = await host.Client.ImportAsync(dataset, "a\n1\n2\n");
        using var second = await host.Client.ImportAsync(dataset, "{\"a\":3}\n", "application/jsonl");
        var added = await host.Client.RowsAsync(dataset);
        using var third = await host.Client.ImportAsync(dataset, "a\n4\n", query: "?mode=replace");

        added.Count.ShouldBe(3);
        var reply = await ReadAsync(third);
        (reply.GetProperty("imported").GetInt32(), reply.GetProperty("dataset").GetProperty("rows").GetInt32(), reply.GetProperty("dataset").GetProperty("revision").GetInt32()).ShouldBe((1, 1, 4));
    }

    [Fact]
    public async Task What_is_no_file_of_rows_is_refused()
    {
        var dataset = await NewAsync();

        (await ProblemAsync(host.Client.ImportAsync(dataset, "{}", "application/json"))).ShouldBe((415, "unsupported_media_type"));
        (await ProblemAsync(host.Client.ImportAsync(dataset, "a\n1\n", query: "?mode=merge"))).ShouldBe((422, "mode_invalid"));
        (await ProblemAsync(host.Client.ImportAsync(dataset, "a\n"))).ShouldBe((422, "dataset_file_invalid"));
        (await ProblemAsync(host.Client.GetAsync($"{Place(dataset)}/export?format=xls"))).ShouldBe((422, "format_invalid"));
        using var latin = new ByteArrayContent(Encoding.Latin1.GetBytes("a\né\n")) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        (await ProblemAsync(host.Client.PostAsync($"{Place(dataset)}/import", latin))).ShouldBe((422, "dataset_file_invalid"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_with_words()
    {
        var dataset = await NewAsync();
        var line = $"{{\"a\":\"{new string('x', 20_000)}\"}}\n";

        (await ProblemAsync(host.Client.ImportAsync(dataset, string.Concat(Enumerable.Repeat(line, 1_100)), "application/x-ndjson"))).ShouldBe((413, "dataset_file_too_large"));
        (await host.Client.RowsAsync(dataset)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dataset_holds_no_more_rows_than_it_may()
    {
        var dataset = await NewAsync();
        var file = "a\n" + string.Concat(Enumerable.Range(0, 15_000).Select(number => $"{number}\n"));
        using var first = await host.Client.ImportAsync(dataset, file);

        (await ProblemAsync(host.Client.ImportAsync(dataset, file))).ShouldBe((409, "dataset_full"));
    }

    [Fact]
    public async Task Ten_thousand_rows_of_two_megabytes_are_imported_and_listed_quickly()
    {
        var dataset = await NewAsync();
        var text = new string('x', 200);
        var file = "a,expected\n" + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"{text} {number},{number}\n"));
        var watch = Stopwatch.StartNew();

        using var imported = await host.Client.ImportAsync(dataset, file);
        var importing = watch.Elapsed;
        var page = await host.Client.GetJsonAsync($"{Place(dataset)}/rows?limit=200");
        watch.Restart();
        var next = await host.Client.GetJsonAsync($"{Place(dataset)}/rows?limit=200&cursor={page.GetProperty("next").GetString()}");
        var listing = watch.Elapsed;

        (await ReadAsync(imported)).GetProperty("imported").GetInt32().ShouldBe(10_000);
        next.GetProperty("data")[0].GetProperty("expected").GetString().ShouldBe("200");
        output.WriteLine($"10,000 rows: imported in {importing.TotalMilliseconds:0} ms, a page listed in {listing.TotalMilliseconds:0} ms");
        importing.ShouldBeLessThan(TimeSpan.FromMinutes(2));
        listing.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }
}
