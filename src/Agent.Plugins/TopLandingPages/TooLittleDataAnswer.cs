using System.Globalization;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

/// <summary>When no page has enough conversions: the nearest, what each lacks, and two ways on.</summary>
internal sealed class TooLittleDataAnswer(TopLandingPagesRequest request, TopLandingPagesResult result)
{
    private const int LongestDays = 365;

    private static readonly TableColumn[] Columns =
    [
        new("landing_page_id", "Id", "id"), new("landing_page", "Landing page", "text"), new("conversions", "Conversions", "count"),
        new("lacking", "Lacking", "count"), new("clicks", "Clicks", "count"), new("cvr", "CVR", "percent"),
    ];

    public void AddTo(AnswerText answer)
    {
        var nearest = result.LeftOut.Take(Math.Max(request.Top, TopLandingPagesRequest.DefaultTop)).ToArray();
        answer.Say($"There is too little data for a ranking: none of {Pages(result.LeftOut.Count)} with traffic has {Figures.Count(request.MinConversions)} conversions. The nearest are:");
        answer.Table("Nearest to the minimum", Table(nearest));
        if (Choices() is { Count: > 0 } choices)
        {
            answer.Offer("Shall I lower the minimum or take a longer period?", choices);
        }
    }

    private AnswerTable Table(IEnumerable<LandingPageFigures> nearest)
    {
        var table = new AnswerTable(Columns);
        foreach (var page in nearest)
        {
            table.Add(
                TableCell.Id(page.Id), TableCell.Of(page.Name), TableCell.Count(page.Metrics.Conversions),
                TableCell.Count(Math.Max(0, request.MinConversions - page.Metrics.Conversions)), TableCell.Count(page.Metrics.Clicks), TableCell.Percent(page.Cvr));
        }

        return table;
    }

    private List<ToolChoice> Choices()
    {
        var choices = new List<ToolChoice>();
        if (Reachable() is > 0 and var least && least < request.MinConversions)
        {
            choices.Add(new ToolChoice($"At least {Figures.Count(least)} conversions", Message(request.Range, least)));
        }

        if (request.Range.Days * 2 <= LongestDays)
        {
            var longer = new DateRange(request.Range.To.AddDays(1 - (request.Range.Days * 2)), request.Range.To);
            choices.Add(new ToolChoice($"{longer.Days} days instead of {request.Range.Days}", Message(longer, request.MinConversions)));
        }

        return choices;
    }

    /// <summary>The minimum that leaves two pages to compare, or else one.</summary>
    private long Reachable() => result.LeftOut is [_, { Metrics.Conversions: > 0 and var second }, ..] ? second : result.LeftOut[0].Metrics.Conversions;

    private string Message(DateRange range, long least)
    {
        var country = request.Country is { } named && !result.IsAllCountries ? $" in {named.Name}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"top landing pages for offer {request.OfferId}{country} from {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd} with at least {least} conversions");
    }

    private static string Pages(long count) => count == 1 ? "1 page" : $"the {Figures.Count(count)} pages";
}
