using PromptLab.Workflows.Pipelines;

namespace PromptLab.Workflows.Tests.Pipelines;

public sealed class PipelineConditionTests
{
    [Theory]
    [InlineData("Yes \n", "equals", "yes", true)]
    [InlineData("Yes.", "equals", "yes", false)]
    [InlineData("no", "not_equals", "yes", true)]
    [InlineData("It is Negative", "contains", "negative", true)]
    [InlineData("It is negative", "not_contains", "negative", false)]
    [InlineData("score 7", "matches", "^score [5-9]$", true)]
    [InlineData("score 3", "matches", "^score [5-9]$", false)]
    [InlineData("  ", "empty", null, true)]
    [InlineData("x", "empty", null, false)]
    [InlineData("x", "not_empty", null, true)]
    [InlineData("12.5", "greater", "9", true)]
    [InlineData("1,250", "greater", "900", true)]
    [InlineData("9", "greater", "9", false)]
    [InlineData("-3", "less", "0", true)]
    [InlineData("many", "greater", "0", false)]
    [InlineData("many", "less", "0", false)]
    public void A_condition_compares_what_the_variable_holds(string text, string comparison, string? value, bool isMet)
    {
        var condition = new PipelineCondition("answer", comparison, value);

        condition.IsMet(new Dictionary<string, string> { ["answer"] = text }).ShouldBe(isMet);
    }

    [Fact]
    public void A_variable_without_a_value_is_empty()
    {
        new PipelineCondition("answer", ConditionOperator.Empty, null).IsMet(new Dictionary<string, string>()).ShouldBeTrue();
    }
}
