using System.Text.Json.Nodes;
using PromptLab.Host.Commands;

namespace PromptLab.Host.Tests.Evaluation;

/// <summary>The offline planner over the cases beside the tests of the planner.</summary>
public sealed class RoutingTests : IDisposable
{
    private const double LeastRight = 0.99;
    private readonly string _folder = Directory.CreateTempSubdirectory("promptlab-routing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("routing-own.jsonl")]
    [InlineData("routing-own-2.jsonl")]
    [InlineData("routing-own-3.jsonl")]
    [InlineData("routing-own-4.jsonl")]
    [InlineData("routing-heldout.jsonl")]
    [InlineData("routing-heldout-2.jsonl")]
    public async Task The_offline_planner_makes_the_right_call(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "routing", file);

        var results = await RouteAsync(path);

        results.Where(result => RoutingScore.IsUnsafe(result.Case, result.Prediction)).Select(result => result.Case["id"]!.ToString()).ShouldBeEmpty();
        var wrong = results.Where(result => !RoutingScore.IsRight(result.Case, result.Prediction)).Select(result => $"{result.Case["id"]}: {result.Prediction.ToJsonString()}").ToList();
        wrong.Count.ShouldBeLessThanOrEqualTo((int)(results.Count * (1 - LeastRight)), string.Join('\n', wrong));
    }

    private async Task<List<(JsonNode Case, JsonNode Prediction)>> RouteAsync(string cases)
    {
        var output = Path.Combine(_folder, "predictions.jsonl");
        (await CommandLine.RunAsync(["eval", cases, "--model", "offline", "--now", "2025-01-15T12:00:00+01:00", "--out", output], new Terminal(TextWriter.Null, TextWriter.Null))).ShouldBe(0);
        var predictions = (await File.ReadAllLinesAsync(output)).Select(line => JsonNode.Parse(line)!).ToDictionary(prediction => prediction["id"]!.ToString());
        return [.. (await File.ReadAllLinesAsync(cases)).Select(line => JsonNode.Parse(line)!).Select(routing => (routing, predictions[routing["id"]!.ToString()]))];
    }
}
