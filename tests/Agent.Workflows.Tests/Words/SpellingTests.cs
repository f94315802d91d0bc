using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Tests.Words;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("month", "month", 0)]
    [InlineData("mnoth", "month", 1)]
    [InlineData("mouth", "month", 1)]
    [InlineData("yestrday", "yesterday", 1)]
    [InlineData("germny", "germany", 1)]
    [InlineData("", "ab", 2)]
    public void A_swap_of_neighbours_is_one_slip(string left, string right, int distance)
    {
        Spelling.Distance(left, right, 3).ShouldBe(distance);
        Spelling.Distance(right, left, 3).ShouldBe(distance);
    }

    [Fact]
    public void Beyond_the_limit_the_distance_does_not_matter() => Spelling.Distance("partner", "campaign", 2).ShouldBe(3);

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    public void Longer_words_may_hold_more_slips(int length, int slips) => Spelling.Tolerance(length).ShouldBe(slips);
}
