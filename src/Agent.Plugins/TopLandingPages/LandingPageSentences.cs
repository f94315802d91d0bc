using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

internal static class LandingPageSentences
{
    private const int RoundTo = 100;

    public static string Title(LandingPageFigures page) => page.Id == 0 ? MarkdownText.Escape(page.Name) : $"{MarkdownText.Escape(page.Name)} ({page.Id})";

    public static string Verdict(TopLandingPagesResult result)
    {
        var first = result.Ranked[0];
        return result.Verdict switch
        {
            LandingPageVerdict.Winner(var times) =>
                $"**{Title(first)}** converts best at {Figures.Percent(first.Cvr)}, {Figures.Times(times)} the average of all pages "
                + $"({Figures.Percent(result.Average)}). The gap to {Title(result.Ranked[1])} is statistically real, so moving traffic to it is worthwhile.",
            LandingPageVerdict.Level(var clicks) =>
                $"**{Title(first)}** leads at {Figures.Percent(first.Cvr)}, but it is statistically level with {Title(result.Ranked[1])} "
                + $"({Figures.Percent(result.Ranked[1].Cvr)}): their 95 % intervals overlap. {Separation(clicks)}",
            LandingPageVerdict.Tie => Tie(result),
            _ => $"Only **{Title(first)}** has enough conversions, at {Figures.Percent(first.Cvr)}, so there is no second page to compare it with yet.",
        };
    }

    public static string LeftOut(int count, int least) => count == 1
        ? $"1 page with fewer than {Figures.Count(least)} conversions is left out."
        : $"{Figures.Count(count)} pages with fewer than {Figures.Count(least)} conversions are left out.";

    private static string Separation(long? clicks) => clicks is { } more
        ? $"At these rates about {Figures.Count((more + RoundTo - 1) / RoundTo * RoundTo)} more clicks over both pages would separate them."
        : "At these rates no realistic number of clicks would separate them.";

    private static string Tie(TopLandingPagesResult result)
    {
        var tied = result.Ranked.TakeWhile(result.Ranked[0].Ties).ToArray();
        var volumes = tied.Select(page => $"{Title(page)} with {Figures.Count(page.Metrics.Conversions)} conversions from {Figures.Count(page.Metrics.Clicks)} clicks");
        return $"{tied.Length} pages tie at {Figures.Percent(tied[0].Cvr)}: {string.Join("; ", volumes)}.";
    }
}
