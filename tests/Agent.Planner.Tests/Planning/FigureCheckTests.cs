using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Tests.Planning;

public sealed class FigureCheckTests
{
    [Theory]
    [InlineData("CVR is 6.13 % of 1,234 clicks.", "CVR is 6.13 % of 1,234 clicks.")]
    [InlineData("CVR is 7.5 %.", "CVR is 7.5 (unverified) %.")]
    [InlineData("That is 2.1× the average", "That is 2.1 (unverified)× the average")]
    [InlineData("The top 3 are level", "The top 3 are level")]
    [InlineData("up by 3 %", "up by 3 (unverified) %")]
    [InlineData("€9 more", "€9 (unverified) more")]
    [InlineData("in all 1.234 Klicks", "in all 1.234 Klicks")]
    [InlineData("ends with 99", "ends with 99 (unverified)")]
    public void A_figure_that_nothing_contains_is_marked(string comment, string expected)
    {
        var check = new FigureCheck(["clicks 1234, cvr 6.13"]);

        var shown = check.Push(comment) + check.Flush();

        shown.ShouldBe(expected);
    }

    [Fact]
    public void A_figure_that_is_cut_by_the_stream_is_read_as_one()
    {
        var check = new FigureCheck(["cvr 6.13"]);

        var shown = string.Concat("6.13 % and 6.14 %".Select(letter => check.Push(letter.ToString()))) + check.Flush();

        shown.ShouldBe("6.13 % and 6.14 (unverified) %");
    }
}
