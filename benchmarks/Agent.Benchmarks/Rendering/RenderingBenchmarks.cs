using System.Text;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;

namespace PromptLab.Benchmarks.Rendering;

/// <summary>An answer of ten rows: what the person reads, what the page gets, what a model may read.</summary>
public class RenderingBenchmarks
{
    private readonly ResolvedRequest request = new(
        "top_offers",
        new JsonObject { ["country"] = "DE", ["top_n"] = 10 },
        new Dictionary<string, string>(),
        [new("country", "Country", "Germany", false), new("date_range", "Period", "2024-12-16 – 2025-01-14 (Europe/Amsterdam)", true), new("currency", "Currency", "EUR", true)],
        [],
        new object());

    private readonly AnswerTable table = Table();

    [Benchmark]
    public string Markdown()
    {
        var markdown = new StringBuilder();
        RequestHeader.Append(markdown, request);
        table.AppendMarkdown(markdown);
        return markdown.ToString();
    }

    [Benchmark]
    public string Card_as_json() => Table().ToCard("Top offers", request).Data.ToJsonString();

    [Benchmark]
    public string Digest()
    {
        var digest = new StringBuilder();
        RequestHeader.AppendPlain(digest, request);
        table.AppendPlain(digest);
        return digest.ToString();
    }

    private static AnswerTable Table()
    {
        var table = new AnswerTable(
            new("offer", "Offer", "text"), new("clicks", "Clicks", "count"), new("conversions", "Conversions", "count"), new("cvr", "CVR", "percent"), new("profit", "Profit", "money"));
        for (var row = 1; row <= 10; row++)
        {
            table.Add(TableCell.Of($"Offer | number {row}"), TableCell.Count(12_345 * row), TableCell.Count(321 * row), TableCell.Percent(0.0260m), TableCell.Money(98_765.43m / row));
        }

        return table;
    }
}
