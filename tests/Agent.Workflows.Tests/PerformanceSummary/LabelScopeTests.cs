using PromptLab.Everflow.Labels;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.PerformanceSummary;

namespace PromptLab.Workflows.Tests.PerformanceSummary;

public sealed class LabelScopeTests
{
    [Fact]
    public void What_several_kinds_carry_is_asked_part_by_part_without_counting_twice()
    {
        var scopes = LabelScope.Of(new Label("Advertiser_Internal", [1, 2], [7], [9]));

        scopes.Select(scope => (Text(scope.Filters), Text(scope.Exclusions))).ShouldBe(
            [("advertiser=1 advertiser=2", ""), ("offer=7", "advertiser=1 advertiser=2"), ("affiliate=9", "advertiser=1 advertiser=2 offer=7")]);
    }

    [Fact]
    public void A_label_that_nothing_carries_covers_nothing()
    {
        var scopes = LabelScope.Of(new Label("Unused", [], [], []));

        scopes.ShouldBeEmpty();
    }

    private static string Text(IEnumerable<ReportFilter> filters) => string.Join(' ', filters.Select(filter => $"{filter.ResourceType}={filter.Value}"));
}
