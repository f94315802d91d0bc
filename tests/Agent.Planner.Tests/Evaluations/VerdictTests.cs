using PromptLab.Planner.Evaluations;

namespace PromptLab.Planner.Tests.Evaluations;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("""{"score": 0.75, "reason": "Mostly."}""", 0.75)]
    [InlineData("\n {\"reason\":\"None.\",\"score\":0}\n", 0)]
    [InlineData("""{"score":1,"reason":""}""", 1)]
    public void A_score_and_a_reason_are_a_verdict(string reply, double score) => Verdict.Parse(reply)!.Score.ShouldBe(score);

    [Theory]
    [InlineData("")]
    [InlineData("Score: 0.9")]
    [InlineData("0.9")]
    [InlineData("""{"score": 1.1, "reason": "x"}""")]
    [InlineData("""{"score": -0.1, "reason": "x"}""")]
    [InlineData("""{"score": "1", "reason": "x"}""")]
    [InlineData("""{"score": 1}""")]
    [InlineData("""{"score": 1, "reason": null}""")]
    [InlineData("""{"score": 1, "reason": "x", "passed": true}""")]
    [InlineData("""{"score": 1, "reason": "x"} {"score": 0, "reason": "y"}""")]
    [InlineData("""Here it is: {"score": 1, "reason": "x"}""")]
    [InlineData("[1]")]
    [InlineData("""{"score": 1, "reason": "\ud83d"}""")]
    public void Anything_else_is_none(string reply) => Verdict.Parse(reply).ShouldBeNull();

    [Fact]
    public void A_long_reason_is_cut() => Verdict.Parse($$"""{"score":1,"reason":"{{new string('x', 3_000)}}"}""")!.Reason.Length.ShouldBe(2_001);

    [Fact]
    public void Without_a_model_the_share_of_the_expected_words_is_the_score_and_it_is_marked()
    {
        var verdict = OfflineVerdict.Of("Friendly", "Paris is the Capital", "The capital? paris!");

        verdict.ShouldBe(new Verdict(0.75, "[offline judge: no model was asked] The output has 3 of the 4 words that are expected."));
        OfflineVerdict.Of("Friendly", "Paris is the Capital", "The capital? paris!").ShouldBe(verdict);
    }

    [Theory]
    [InlineData("mentions Paris", null, "Paris", 0.5), InlineData("…", "", "anything", 0)]
    public void Where_nothing_is_expected_the_criteria_are_looked_for(string criteria, string? expected, string output, double score) =>
        OfflineVerdict.Of(criteria, expected, output).Score.ShouldBe(score);
}
