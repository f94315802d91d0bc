using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Tests.Dates;

/// <summary>Dates inside sentences. Today is Wednesday 2025-01-15.</summary>
public sealed class DateSpanTests
{
    private static readonly DateOnly Today = new(2025, 1, 15);

    [Theory]
    [InlineData("Top LPs for Offer 1001 last week", "last week")]
    [InlineData("Export stats for Offer 1001 from November 1st to 15th", "from November 1st to 15th")]
    [InlineData("performance by offer between 5 and 12 January, compare with the rest", "between 5 and 12 January")]
    [InlineData("conversions export 20 Dec till 5 Jan for premium traffic", "20 Dec till 5 Jan")]
    [InlineData("scrub data for the week of December 9th", "the week of December 9th")]
    [InlineData("stats csv for offer 1003, second half of 2024", "second half of 2024")]
    [InlineData("Download the stats for October and November", "October and November")]
    [InlineData("Which page won on Black Friday for Holiday Special?", "Black Friday")]
    [InlineData("I need last year's conversion export", "last year's")]
    [InlineData("xport convs 1002 L7D", "L7D")]
    [InlineData("chk deflt lps ystrday >100 clicks", "ystrday")]
    [InlineData("Exporteer de conversies van vorige maand voor partner X", "vorige maand")]
    [InlineData("Wie lief die letzte Woche nach Ländern?", "die letzte Woche")]
    [InlineData("¿Cuáles son las 5 mejores ofertas este mes?", "este mes")]
    [InlineData("top pages in may", "may")]
    [InlineData("report for sat", "sat")]
    [InlineData("stats in 2024 for offer 1001", "2024")]
    public void A_phrase_is_cut_from_the_sentence(string sentence, string phrase)
    {
        var span = DatePhrases.Find(sentence, Today).ShouldHaveSingleItem();

        span.Text.ShouldBe(phrase);
        sentence[span.Start..span.End].ShouldBe(phrase);
    }

    [Theory]
    [InlineData("Jan is asking about Italy")]
    [InlineData("it may be the best page")]
    [InlineData("we sat together and sun was out there")]
    [InlineData("Summer Promo 2024 and partner 12345")]
    [InlineData("top 5 offers by revenue, at least 20 conversions")]
    [InlineData("the 5th offer in the list")]
    [InlineData("what about partner 2024")]
    [InlineData("show me a second page of results")]
    [InlineData("conversions of 03/04/2024")]
    public void Ordinary_words_and_numbers_are_no_dates(string sentence) => DatePhrases.Find(sentence, Today).ShouldBeEmpty();

    [Fact]
    public void Several_phrases_come_in_order()
    {
        var spans = DatePhrases.Find("We met on Monday, so compare December with October please", Today);

        spans.Select(span => span.Text).ShouldBe(["Monday", "December", "October"]);
    }

    [Theory]
    [InlineData("export everything from 1.12.2024 to 15.12.2024 please")]
    [InlineData("since Christmas we have had trouble")]
    [InlineData("fraud for the first half of last month")]
    [InlineData("and for tomorrow?")]
    [InlineData("from 2020-01-01 to 2024-12-31 please")]
    public void The_words_alone_mean_the_same(string sentence)
    {
        var span = DatePhrases.Find(sentence, Today).ShouldHaveSingleItem();

        DatePhrases.Resolve(span.Text, Today).ToString().ShouldBe(span.Resolution.ToString());
    }

    [Fact]
    public void A_relative_phrase_needs_the_earlier_range()
    {
        const string Sentence = "and the week before?";

        DatePhrases.Find(Sentence, Today).ShouldBeEmpty();
        DatePhrases.Find(Sentence, Today, new DateRange(new(2025, 1, 6), new(2025, 1, 12))).ShouldHaveSingleItem().Text.ShouldBe("the week before");
    }

    [Fact]
    public void Every_canonical_range_reads_back_as_itself()
    {
        for (var days = 1; days <= DateRange.MaxDays; days += 13)
        {
            var range = new DateRange(Today.AddDays(-days), Today.AddDays(-1));

            DatePhrases.Resolve(range.ToString(), Today).ShouldBeOfType<DateResolution.Range>().Value.ShouldBe(range);
        }
    }

    [Fact]
    public void A_month_is_the_last_complete_one_on_every_day_of_the_year()
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
        {
            var range = DatePhrases.Resolve("March", day).ShouldBeOfType<DateResolution.Range>().Value;

            range.To.ShouldBeLessThanOrEqualTo(day);
            (range.From.Month, range.From.Day, range.To.Day).ShouldBe((3, 1, 31));
            (day.DayNumber - range.To.DayNumber).ShouldBeLessThan(366);
        }
    }
}
