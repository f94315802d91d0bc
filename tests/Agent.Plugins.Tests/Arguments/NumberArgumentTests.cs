using PromptLab.Plugins.Arguments;

namespace PromptLab.Plugins.Tests.Arguments;

public sealed class NumberArgumentTests
{
    [Theory]
    [InlineData("50", 50)]
    [InlineData(">50", 50)]
    [InlineData(">= 20 conversions", 20)]
    [InlineData("20+", 20)]
    [InlineData("1,000", 1000)]
    [InlineData("1000.0", 1000)]
    [InlineData("2k clicks", 2000)]
    [InlineData("50 kilometres", 50)]
    [InlineData("-60%", -60)]
    [InlineData("0.6", 0.6)]
    public void The_one_number_of_a_text_is_read(string text, double number)
    {
        NumberArgument.Read(text).ShouldBe((decimal)number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("5 or 10")]
    public void No_number_or_several_are_none(string text)
    {
        NumberArgument.Read(text).ShouldBeNull();
    }
}
