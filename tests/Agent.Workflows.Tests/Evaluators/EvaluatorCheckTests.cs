using System.Text.Json;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Tests.Evaluators;

public sealed class EvaluatorCheckTests
{
    private static IEnumerable<string> Fields(params Evaluator[] evaluators) => EvaluatorCheck.Problems(evaluators).Select(problem => problem.Field);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() => Fields(
        new("", "magic") { Weight = 0 },
        new("r", EvaluatorKind.Regex) { Value = "(" },
        new("n", EvaluatorKind.Numeric) { Value = "ten", Tolerance = "-1" },
        new("s", EvaluatorKind.JsonSchema),
        new("j", EvaluatorKind.Judge),
        new("k", EvaluatorKind.Judge) { Judge = new(null, null, " ", 2) },
        new("c", EvaluatorKind.Contains) { Value = "" },
        new("C", EvaluatorKind.Exact) { Value = new string('x', 20_001) }).ShouldBe(
        [
            "evaluators[0].name", "evaluators[0].kind", "evaluators[0].weight", "evaluators[1].value", "evaluators[2].value", "evaluators[2].tolerance",
            "evaluators[3].schema", "evaluators[4].judge", "evaluators[5].judge.criteria", "evaluators[5].judge.pass_mark", "evaluators[6].value",
            "evaluators[7].value", "evaluators",
        ]);

    [Theory]
    [InlineData("5%", true), InlineData("0.5", true), InlineData("0", true), InlineData("half", false), InlineData("%", false), InlineData("-1%", false)]
    public void A_tolerance_is_a_number_or_a_percentage(string tolerance, bool isGood) =>
        Fields(new Evaluator("n", EvaluatorKind.Numeric) { Tolerance = tolerance }).Any().ShouldBe(!isGood);

    [Fact]
    public void Too_many_or_too_large_ones_are_refused()
    {
        Fields([.. Enumerable.Range(0, 21).Select(number => new Evaluator($"e{number}", EvaluatorKind.Exact))]).ShouldBe(["evaluators"]);
        var large = JsonSerializer.SerializeToElement(new { title = new string('x', 20_001) });
        Fields(new Evaluator("s", EvaluatorKind.JsonSchema) { Schema = large }).ShouldBe(["evaluators[0].schema"]);
    }

    [Fact]
    public void A_row_passes_when_every_required_check_did()
    {
        Evaluator[] evaluators = [new("a", EvaluatorKind.Exact) { Weight = 3 }, new("b", EvaluatorKind.Contains) { Required = false }];

        RowVerdict.Of(evaluators, [Check("a", true), Check("b", false)]).ShouldBe(new RowVerdict(true, 0.75));
        RowVerdict.Of(evaluators, [Check("a", false), Check("b", true)]).ShouldBe(new RowVerdict(false, 0.25));
        RowVerdict.Of(evaluators, [Check("a", true), Check("b", null)]).Passed.ShouldBeNull();
    }

    [Fact]
    public void When_none_is_required_half_of_the_score_is_enough()
    {
        Evaluator[] evaluators = [new("a", EvaluatorKind.Exact) { Required = false }, new("b", EvaluatorKind.Contains) { Required = false }];

        RowVerdict.Of(evaluators, [Check("a", true), Check("b", false)]).Passed.ShouldBe(true);
        RowVerdict.Of(evaluators, [Check("a", false), Check("b", false)]).Passed.ShouldBe(false);
    }

    private static CheckResult Check(string name, bool? passed) => new(name, EvaluatorKind.Exact, passed, passed == true ? 1 : 0, "");
}
