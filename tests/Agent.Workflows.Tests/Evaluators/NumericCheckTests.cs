using System.Globalization;
using System.Text.Json;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Workflows.Tests.Evaluators;

public sealed class NumericCheckTests
{
    private static CheckResult Run(string output, string expected, string? tolerance = null) =>
        OutputChecks.Run(new("n", EvaluatorKind.Numeric) { Tolerance = tolerance }, output, JsonSerializer.SerializeToElement(expected));

    [Theory]
    [InlineData("42", "42")]
    [InlineData("The answer is 42.", "42")]
    [InlineData("It costs $1,234.50 a month.", "1234.50")]
    [InlineData("Das macht 1.234,50 €", "1234.50")]
    [InlineData("12\u00A0345\u202F678 clicks", "12345678")]
    [InlineData("3,5 Prozent", "3.5")]
    [InlineData("about 1,234 clicks", "1234")]
    [InlineData("1.234", "1.234")]
    [InlineData("−4 degrees", "-4")]
    [InlineData("it fell to -0.5", "-0.5")]
    [InlineData("it is .75", "0.75")]
    [InlineData("2e3", "2000")]
    [InlineData("1.5E-2", "0.015")]
    [InlineData("12,34,56 no group", "56")]
    public void The_number_of_an_output_is_found(string output, string number) =>
        NumberText.Find(output)[^1].ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2025-01-15", "2025,1,15")]
    [InlineData("A-1 and 3", "1,3")]
    [InlineData("1, 2 and 3", "1,2,3")]
    [InlineData("no number", "")]
    [InlineData("99999999999999999999999999999999999999", "")]
    public void Signs_and_separators_that_belong_to_no_number_are_left_alone(string output, string numbers) =>
        string.Join(',', NumberText.Find(output)).ShouldBe(numbers);

    [Fact]
    public void The_last_of_several_numbers_counts_and_that_is_told()
    {
        var finding = Run("3 offers made 42 sales", "42");

        (finding.Passed, finding.Detail).ShouldBe((true, "42 was found (the last of 2 numbers), expected 42."));
    }

    [Theory]
    [InlineData("10.4", "0.5", true)]
    [InlineData("10.6", "0.5", false)]
    [InlineData("9.5", "5%", true)]
    [InlineData("9.4", "5%", false)]
    [InlineData("10", null, true)]
    [InlineData("10.0001", null, false)]
    public void A_tolerance_is_a_number_or_a_percentage(string output, string? tolerance, bool passes) => Run(output, "10", tolerance).Passed.ShouldBe(passes);

    [Fact]
    public void A_percentage_of_a_negative_number_is_as_wide_as_of_a_positive_one() => Run("-9.6", "-10", "5%").Passed.ShouldBe(true);

    [Fact]
    public void An_output_without_a_number_fails() => Run("I do not know.", "10").Passed.ShouldBe(false);

    [Theory]
    [InlineData("ten"), InlineData("10 or 20"), InlineData("")]
    public void An_expectation_that_is_not_one_number_is_an_error(string expected) => Run("10", expected).Passed.ShouldBeNull();

    [Fact]
    public void The_largest_numbers_overflow_nothing()
    {
        var largest = decimal.MaxValue.ToString(CultureInfo.InvariantCulture);

        Run($"-{largest}", largest).Passed.ShouldBe(false);
        Run("1", largest, "200%").Passed.ShouldBe(true);
    }
}
