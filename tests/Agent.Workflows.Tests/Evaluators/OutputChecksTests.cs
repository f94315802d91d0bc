using System.Text.Json;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Tests.Evaluators;

public sealed class OutputChecksTests
{
    private static bool? Passed(Evaluator evaluator, string output, string? expected = null) => Run(evaluator, output, expected).Passed;

    private static CheckResult Run(Evaluator evaluator, string output, string? expected = null) =>
        OutputChecks.Run(evaluator, output, expected is null ? null : JsonElement.Parse(expected));

    [Theory]
    [InlineData("Paris", "\"Paris\"", true)]
    [InlineData("  Paris\r\n", "\"Paris\"", true)]
    [InlineData("one\r\ntwo", "\"one\\ntwo\"", true)]
    [InlineData("paris", "\"Paris\"", false)]
    [InlineData("Paris.", "\"Paris\"", false)]
    [InlineData("", "\"\"", true)]
    [InlineData("{ \"b\" : [1, 2.0],\n\"a\": null }", "{\"a\":null,\"b\":[1,2.0]}", true)]
    [InlineData("{\"a\":1,\"b\":2}", "{\"a\":1}", false)]
    [InlineData("{\"a\":", "{\"a\":1}", false)]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":1}", false)]
    [InlineData("{\"a\":\"\\ud83d\"}", "{\"a\":\"x\"}", false)]
    public void Exact_takes_the_expected_text_or_the_same_json(string output, string expected, bool passes) =>
        Passed(new("e", EvaluatorKind.Exact), output, expected).ShouldBe(passes);

    [Fact]
    public void Case_can_be_ignored()
    {
        Passed(new("e", EvaluatorKind.Exact) { IgnoreCase = true }, "PARIS", "\"Paris\"").ShouldBe(true);
        Passed(new("c", EvaluatorKind.Contains) { IgnoreCase = true }, "in PARIS now", "\"Paris\"").ShouldBe(true);
        Passed(new("r", EvaluatorKind.Regex) { IgnoreCase = true }, "in PARIS now", "\"^in paris\"").ShouldBe(true);
        Passed(new("c", EvaluatorKind.Contains), "in PARIS now", "\"Paris\"").ShouldBe(false);
    }

    [Fact]
    public void A_value_of_the_evaluator_goes_before_the_rows_own()
    {
        var finding = Run(new("c", EvaluatorKind.Contains) { Value = "sorry" }, "I am sorry.", "\"glad\"");

        (finding.Passed, finding.Score, finding.Detail).ShouldBe((true, 1, "The output contains “sorry”."));
    }

    [Theory]
    [InlineData(EvaluatorKind.Exact), InlineData(EvaluatorKind.Contains), InlineData(EvaluatorKind.Regex), InlineData(EvaluatorKind.Numeric)]
    public void A_row_that_expects_nothing_cannot_be_compared(string kind)
    {
        var finding = Run(new("mine", kind), "text");

        finding.Passed.ShouldBeNull();
        finding.Detail.ShouldContain("expects nothing");
    }

    [Fact]
    public void What_is_shown_of_a_long_text_ends_with_a_whole_character()
    {
        var expected = JsonSerializer.Serialize(new string('x', 199) + "👋👋");

        Run(new("n", EvaluatorKind.Numeric), "12", expected).Detail.ShouldStartWith($"“{new string('x', 199)}…” is expected");
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_an_error_and_no_failure()
    {
        var finding = Run(new("r", EvaluatorKind.Regex) { Value = "^(a+)+$" }, new string('a', 40) + "!");

        finding.Passed.ShouldBeNull();
        finding.Detail.ShouldContain("took longer");
    }

    [Fact]
    public void A_pattern_of_a_row_that_cannot_be_read_is_an_error()
    {
        var finding = Run(new("r", EvaluatorKind.Regex), "text", "\"(\"");

        finding.Passed.ShouldBeNull();
        finding.Detail.ShouldContain("cannot be used");
    }

    [Fact]
    public void Line_ends_and_signs_of_other_scripts_are_part_of_a_text()
    {
        Passed(new("c", EvaluatorKind.Contains), "Grüße, 世界 👋\u200d", "\"世界 👋\"").ShouldBe(true);
        Passed(new("r", EvaluatorKind.Regex), "a\nb", "\"(?m)^b$\"").ShouldBe(true);
    }

    [Fact]
    public void An_unknown_kind_is_an_error() => Passed(new("x", "magic"), "text", "\"text\"").ShouldBeNull();
}
