using PromptLab.Data.Dashboard;

namespace PromptLab.Host.Dashboard;

/// <summary>Folds the stored sums into what a dashboard shows.</summary>
internal static class DashboardFigures
{
    private const int MostVersions = 20;

    /// <summary>One for every day, also for those on which nothing ran.</summary>
    public static IReadOnlyList<DashboardDayDto> Days(IEnumerable<DayUsageRow> rows, DateOnly first, DateOnly last)
    {
        var used = rows.GroupBy(row => row.Date).ToDictionary(day => day.Key, Sum);
        return
        [
            .. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day =>
            {
                var sum = used.GetValueOrDefault(day, new());
                return new DashboardDayDto(day, sum.Executions, sum.Failed, sum.InputTokens, sum.OutputTokens, sum.Cost);
            }),
        ];
    }

    public static IReadOnlyList<DashboardModelDto> Models(IEnumerable<VersionUsageRow> rows) =>
    [
        .. rows.GroupBy(row => (row.Provider, row.Model)).Select(model =>
        {
            var sum = Sum(model);
            return new DashboardModelDto(
                model.Key.Provider, model.Key.Model, sum.Executions, sum.Failed, sum.InputTokens, sum.OutputTokens, sum.Cost, MeanMs(model, sum));
        }).OrderByDescending(model => model.Executions).ThenBy(model => model.Provider, StringComparer.Ordinal).ThenBy(model => model.Model, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<DashboardVersionDto> Versions(IEnumerable<VersionUsageRow> rows) =>
    [
        .. rows.GroupBy(row => (row.TemplateId, row.Version)).Select(version =>
        {
            var sum = Sum(version);
            return new DashboardVersionDto(
                version.Key.TemplateId, version.First().TemplateName, version.Key.Version, sum.Executions, sum.Failed, sum.InputTokens, sum.OutputTokens,
                sum.Cost, MeanMs(version, sum));
        }).OrderByDescending(version => version.Executions).ThenBy(version => version.TemplateName, StringComparer.Ordinal).ThenByDescending(version => version.Version)
            .Take(MostVersions),
    ];

    public static UsageFigures Sum(IEnumerable<UsageFigures> figures) => figures.Aggregate(new UsageFigures(), (sum, next) => new UsageFigures
    {
        Executions = sum.Executions + next.Executions,
        Failed = sum.Failed + next.Failed,
        InputTokens = sum.InputTokens + next.InputTokens,
        OutputTokens = sum.OutputTokens + next.OutputTokens,
        Cost = sum.Cost is null ? next.Cost : sum.Cost + (next.Cost ?? 0),
    });

    private static long? MeanMs(IEnumerable<VersionUsageRow> rows, UsageFigures sum) =>
        sum.Executions == 0 ? null : rows.Sum(row => row.DurationMs) / sum.Executions;
}
