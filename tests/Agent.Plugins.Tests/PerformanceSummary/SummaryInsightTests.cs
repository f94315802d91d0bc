using PromptLab.Everflow.Reports;
using PromptLab.Plugins.PerformanceSummary;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.PerformanceSummary;

namespace PromptLab.Plugins.Tests.PerformanceSummary;

public sealed class SummaryInsightTests
{
    private static readonly DateRange Before = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7));

    [Theory]
    [InlineData(1000, 50, 500, 500, 25, 250, "−250.00 EUR revenue (−50.0 %), mainly through fewer clicks.")]
    [InlineData(1000, 50, 500, 1000, 25, 250, "−250.00 EUR revenue (−50.0 %), mainly through a lower CVR.")]
    [InlineData(1000, 50, 500, 1000, 50, 250, "−250.00 EUR revenue (−50.0 %), mainly through less revenue per conversion.")]
    [InlineData(1000, 50, 500, 3000, 150, 1500, "+1,000.00 EUR revenue (+200.0 %), mainly through more clicks.")]
    [InlineData(1000, 50, 500, 1000, 100, 1000, "+500.00 EUR revenue (+100.0 %), mainly through a higher CVR.")]
    [InlineData(1000, 50, 500, 1000, 50, 900, "+400.00 EUR revenue (+80.0 %), mainly through more revenue per conversion.")]
    [InlineData(0, 0, 0, 1000, 50, 900, "+900.00 EUR revenue from nothing before.")]
    [InlineData(1000, 50, 500, 0, 0, 0, "−500.00 EUR revenue (−100.0 %).")]
    public void The_biggest_change_is_named_with_what_drove_it(
        int clicksBefore, int conversionsBefore, int revenueBefore, int clicks, int conversions, int revenue, string text)
    {
        var row = new SummaryRow(null, "Germany", Figures(clicks, conversions, revenue), Figures(clicksBefore, conversionsBefore, revenueBefore));

        var insight = SummaryInsight.Of(Summary([row], row.Previous), "EUR");

        insight.ShouldBe($"Insight: Germany moved most, {text}");
    }

    [Fact]
    public void Nothing_that_changed_is_no_insight()
    {
        var row = new SummaryRow(null, "Germany", Figures(10, 1, 5), Figures(10, 1, 5));

        SummaryInsight.Of(Summary([row], row.Previous), "EUR").ShouldBeNull();
    }

    [Fact]
    public void Without_a_comparison_it_tells_how_concentrated_revenue_is()
    {
        SummaryRow[] rows = [.. new[] { 50, 20, 10, 10, 10 }.Select((revenue, at) => new SummaryRow(at, $"Offer {at}", Figures(1, 1, revenue), null))];

        SummaryInsight.Of(Summary(rows, null), "EUR").ShouldBe("Insight: Offer 0 (0) brings 50.0 % of the revenue, the first 3 together 80.0 %.");
    }

    private static PerformanceSummaryResult.Summary Summary(SummaryRow[] rows, ReportMetrics? previous) => new(
        rows, rows.Select(row => row.Metrics).Aggregate(ReportMetrics.Add), previous is null ? null : Before, previous, IsComplete: true);

    private static ReportMetrics Figures(int clicks, int conversions, int revenue) => new() { Clicks = clicks, Conversions = conversions, Revenue = revenue };
}
