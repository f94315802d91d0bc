using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Plugins.PerformanceSummary;

internal sealed class PerformanceSummaryAnswer(ResolvedRequest resolved, PerformanceSummaryRequest request, string currency)
{
    private const int Listed = 5;

    public ToolOutcome Render(PerformanceSummaryResult result) => result switch
    {
        PerformanceSummaryResult.Summary summary => Summary(summary),
        PerformanceSummaryResult.LabelUnused(var label) => Ask(
            $"Nothing in the network carries the label {MarkdownText.Escape(label)}, so there is nothing to sum up. Shall I cover all advertisers instead?",
            [new("All advertisers, no label", LabelArgument.WithoutLabel)]),
        _ => Empty(),
    };

    private ToolOutcome Summary(PerformanceSummaryResult.Summary summary)
    {
        var answer = new AnswerText(resolved);
        if (!summary.IsComplete)
        {
            answer.Warn("Everflow left rows out of this report because it is too large, so figures may be too low.");
        }

        if (summary.Before is { } before)
        {
            answer.Say($"Compared with {PeriodArgument.Iso(before.From)} – {PeriodArgument.Iso(before.To)}.");
        }

        answer.Say(Totals(summary));
        SummaryRow[] listed = [.. summary.Rows.Take(Listed)];
        answer.Table(request.GroupBy == SummaryGrouping.Offer ? "Top offers by revenue" : "Top countries by revenue", SummaryTable.Of(listed, request, summary.Total.Revenue, currency));
        Rest(answer, summary);
        if (SummaryInsight.Of(summary, currency) is { } insight)
        {
            answer.Say(insight);
        }

        if (listed is [{ Id: { } id } first, ..])
        {
            answer.Show("offer", id, first.Name ?? "");
        }

        return answer.Finish(summary);
    }

    private string Totals(PerformanceSummaryResult.Summary summary)
    {
        var (now, before) = (summary.Total, summary.Previous);
        var rate = Ratio.Of(now.Conversions, now.Clicks);
        var rateBefore = before is { } earlier ? Ratio.Of(earlier.Conversions, earlier.Clicks) : null;
        return $"**Totals:** revenue {Figures.Money(now.Revenue, currency)}{Change(before?.Revenue, now.Revenue)} · "
            + $"payout {Figures.Money(now.Payout, currency)}{Change(before?.Payout, now.Payout)} · "
            + $"profit {Figures.Money(now.Profit, currency)}{Change(before?.Profit, now.Profit)} · "
            + $"{Figures.Count(now.Conversions)} conversions{Change(before?.Conversions, now.Conversions)} · "
            + $"{Figures.Count(now.Clicks)} clicks{Change(before?.Clicks, now.Clicks)} · "
            + $"CVR {Figures.Percent(rate)}{Change(rateBefore, rate ?? 0)}";
    }

    private static string Change(decimal? before, decimal now) =>
        before is { } earlier && Ratio.Change(earlier, now) is { } change ? $" ({Figures.SignedPercent(change)})" : "";

    private void Rest(AnswerText answer, PerformanceSummaryResult.Summary summary)
    {
        if (summary.Rows.Count <= Listed)
        {
            return;
        }

        var rest = summary.Rows.Skip(Listed).ToArray();
        var revenue = rest.Sum(row => row.Metrics.Revenue);
        var noun = request.GroupBy == SummaryGrouping.Offer ? "offers" : "countries";
        answer.Say($"{Figures.Count(rest.Length)} more {noun} bring {Figures.Money(revenue, currency)} ({Figures.Percent(Ratio.Of(revenue, summary.Total.Revenue), 1)}).");
    }

    private ToolOutcome.Asked Empty()
    {
        var causes = new List<string> { "the period had no traffic" };
        var choices = new List<ToolChoice> { new("Last 30 days", "performance summary for the last 30 days") };
        if (request.Country is { } country)
        {
            causes.Add($"there is none in {country.Name}");
            choices.Add(new ToolChoice("All countries", "performance summary for all countries"));
        }

        if (request.Label is { } label)
        {
            causes.Add($"the advertisers labelled {MarkdownText.Escape(label)} are not running");
            choices.Add(new ToolChoice("All advertisers, no label", LabelArgument.WithoutLabel));
        }

        return Ask($"There is nothing to sum up. Possible causes: {string.Join("; ", causes)}. What shall I look at instead?", choices);
    }

    private ToolOutcome.Asked Ask(string question, IReadOnlyList<ToolChoice> choices) =>
        new(new ToolQuestion(RequestHeader.Markdown(resolved) + question, ["label", "country", "date_range"], choices));
}
