using PromptLab.Workflows.Conversions;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Tests.Exports;

public sealed class ConversionWindowTests
{
    private static readonly DateOnly Monday = new(2025, 1, 6);

    [Theory]
    [InlineData(7, 0, 1)]
    [InlineData(7, 100, 1)]
    [InlineData(7, 101, 2)]
    [InlineData(7, 10_000, 7)]
    [InlineData(1, 10_000, 1)]
    public void Days_are_divided_by_their_rows_and_each_is_in_one_window(int days, long rows, int windows)
    {
        var range = new DateRange(Monday, Monday.AddDays(days - 1));

        var divided = ConversionWindow.Of(range, rows, most: 100).ToArray();

        divided.Length.ShouldBe(windows);
        divided[0].From.ShouldBe(range.From);
        divided[^1].To.ShouldBe(range.To);
        divided.Sum(window => window.Days).ShouldBe(days);
        divided.Zip(divided.Skip(1)).ShouldAllBe(pair => pair.First.To.AddDays(1) == pair.Second.From);
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-10", "2025-01-01")]
    [InlineData("2024-01-01", "2024-12-31", "2024-01-16")]
    [InlineData("2024-01-15", "2025-01-14", "2024-01-16")]
    [InlineData("2024-01-16", "2025-01-15", "2024-01-17")]
    public void Conversions_reach_back_a_year_and_no_request_is_longer(string from, string to, string first)
    {
        var reach = ConversionReach.Of(new DateRange(Day(from), Day(to)), new DateOnly(2025, 1, 15));

        reach.ShouldBe(new DateRange(Day(first), Day(to)));
        reach!.Days.ShouldBeLessThanOrEqualTo(365);
    }

    [Fact]
    public void What_is_wholly_older_is_out_of_reach()
    {
        ConversionReach.Of(new DateRange(Day("2023-01-01"), Day("2024-01-15")), new DateOnly(2025, 1, 15)).ShouldBeNull();
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
