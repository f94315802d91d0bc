using System.Text.Json;
using PromptLab.Host.Commands;

namespace PromptLab.Host.Tests.Evaluation;

public sealed class EvaluationCommandTests : IDisposable
{
    private const string Now = "2025-01-15T12:00:00+01:00";
    private readonly string _folder = Directory.CreateTempSubdirectory("promptlab-eval-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_case_gets_one_prediction_with_resolved_arguments()
    {
        var cases = Write(
            """{"id":"a","history":[],"pending_confirmation":null,"utterance":"top LPs for Summer Promo in Germany last month"}""",
            """{"id":"b","history":[{"role":"user","text":"link"},{"role":"assistant","text":"Approve?","tool":"tracking_link","args":{"partner":12345,"offer":1002}}],"pending_confirmation":{"tool":"tracking_link","args":{"partner":12345,"offer":1002}},"utterance":"yes"}""",
            """{"id":"c","history":[{"role":"user","text":"top lps 1003"},{"role":"assistant","text":"Here","tool":"top_landing_pages","args":{"offer":1003}}],"utterance":"what about France?"}""");

        var code = await CommandLine.RunAsync(["eval", cases, "--model", "offline", "--now", Now, "--out", Out], new Terminal(TextWriter.Null, TextWriter.Null));

        code.ShouldBe(0);
        (await File.ReadAllLinesAsync(Out)).ShouldBe(
        [
            """{"id":"a","tool":"top_landing_pages","args":{"offer":1001,"country":"DE","date_range":{"from":"2024-12-01","to":"2024-12-31"}}}""",
            """{"id":"b","tool":"confirm_yes","args":{}}""",
            """{"id":"c","tool":"top_landing_pages","args":{"offer":1003,"country":"FR"}}""",
        ]);
    }

    [Fact]
    public async Task The_tags_and_the_id_never_reach_the_planner()
    {
        var cases = Write("""{"id":"top_offers-1","history":[],"utterance":"asdfasdf","tags":["top_offers"]}""");

        await CommandLine.RunAsync(["eval", cases, "--now", Now, "--out", Out], new Terminal(TextWriter.Null, TextWriter.Null));

        JsonElement.Parse((await File.ReadAllLinesAsync(Out)).Single()).GetProperty("tool").GetString().ShouldBe("clarify");
    }

    [Fact]
    public async Task A_broken_line_is_named_by_its_number()
    {
        var cases = Write("""{"id":"a","utterance":"hello"}""", "{broken");

        var (code, error) = await FailAsync("eval", cases, "--now", Now);

        code.ShouldBe(2);
        error.ShouldContain(":2 is not a case");
    }

    [Theory]
    [InlineData("There is no file of cases", "eval", "/nowhere.jsonl")]
    [InlineData("--now must be a time", "eval", "x.jsonl", "--now", "soon")]
    [InlineData("--model needs a value", "eval", "x.jsonl", "--model")]
    [InlineData("eval does not know '--speed'", "eval", "x.jsonl", "--speed")]
    [InlineData("Usage: eval", "eval")]
    [InlineData("There is no command 'evaluate'", "evaluate")]
    public async Task A_command_that_cannot_be_used_says_why(string reason, params string[] words)
    {
        var (code, error) = await FailAsync(words);

        code.ShouldBe(2);
        error.ShouldContain(reason);
    }

    [Fact]
    public async Task An_unknown_model_is_answered_with_those_there_are()
    {
        var cases = Write("""{"id":"a","utterance":"hello"}""");

        var (code, error) = await FailAsync("eval", cases, "--model", "gpt-9");

        code.ShouldBe(2);
        error.ShouldContain("offline");
    }

    private string Out => Path.Combine(_folder, "predictions.jsonl");

    private string Write(params string[] lines)
    {
        var path = Path.Combine(_folder, "cases.jsonl");
        File.WriteAllLines(path, lines);
        return path;
    }

    private static async Task<(int Code, string Error)> FailAsync(params string[] words)
    {
        using var error = new StringWriter();
        return (await CommandLine.RunAsync(words, new Terminal(TextWriter.Null, error)), error.ToString());
    }
}
