using PromptLab.Workflows.Countries;

namespace PromptLab.Workflows.Tests.Countries;

public sealed class CountryNameTests
{
    [Theory]
    [InlineData("Germany", "DE")]
    [InlineData("de", "DE")]
    [InlineData("UK", "GB")]
    [InlineData("U.K.", "GB")]
    [InlineData("USA", "US")]
    [InlineData("us", "US")]
    [InlineData("the States", "US")]
    [InlineData("United States of America", "US")]
    [InlineData("Holland", "NL")]
    [InlineData("the Netherlands", "NL")]
    [InlineData("Duitsland", "DE")]
    [InlineData("Deutschland", "DE")]
    [InlineData("Alemania", "DE")]
    [InlineData("Allemagne", "DE")]
    [InlineData("España", "ES")]
    [InlineData("les Pays-Bas", "NL")]
    [InlineData("Royaume-Uni", "GB")]
    [InlineData("Vereinigte Staaten", "US")]
    [InlineData("Österreich", "AT")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("Niger", "NE")]
    [InlineData("Nigeria", "NG")]
    [InlineData("Germny", "DE")]
    [InlineData("Untied States", "US")]
    [InlineData("Switzerlnad", "CH")]
    [InlineData("Germany only", "DE")]
    [InlineData("German", "DE")]
    [InlineData("Czech Republic", "CZ")]
    public void A_country_is_found_by_code_name_alias_and_slip(string text, string code) => CountryNames.Find(text)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("Atlantis")]
    [InlineData("Nigera")]
    [InlineData("Summer Promo")]
    [InlineData("zz")]
    public void What_names_no_single_country_is_none(string text) => CountryNames.Find(text).ShouldBeNull();

    [Fact]
    public void The_name_is_the_one_of_the_report_filter() => CountryNames.Find("nl")!.Name.ShouldBe("Netherlands");

    [Theory]
    [InlineData("top LPs for Summer Promo in Germany last month", "DE")]
    [InlineData("top lps summr promo DE lst mnth", "DE")]
    [InlineData("uk lps for holiday special", "GB")]
    [InlineData("fraud rpt prev month UK", "GB")]
    [InlineData("best page in the us", "US")]
    [InlineData("us traffic by offer", "US")]
    [InlineData("France and Germany", "FR,DE")]
    [InlineData("how is German traffic doing", "DE")]
    [InlineData("Germany's best pages", "DE")]
    [InlineData("geo: it, last week", "IT")]
    [InlineData("top offers IT", "IT")]
    [InlineData("stats for fr please", "FR")]
    [InlineData("report for Grmany", "DE")]
    [InlineData("Mejores páginas en los Países Bajos", "NL")]
    public void Countries_are_found_in_a_sentence(string sentence, string codes) =>
        string.Join(',', CountryNames.FindIn(sentence).Select(span => span.Country.Code)).ShouldBe(codes);

    [Theory]
    [InlineData("show it to us in the report for me, no rush")]
    [InlineData("partner ID 34567, offer ID 1003")]
    [InlineData("best LP at 3 PM")]
    [InlineData("again, but in German")]
    [InlineData("de conversies van vorige maand")]
    [InlineData("which is the best? is it up to date?")]
    [InlineData("SHOW IT TO ME NOW")]
    [InlineData("los datos de la oferta y no es eso")]
    public void Ordinary_words_are_no_countries(string sentence) => CountryNames.FindIn(sentence).ShouldBeEmpty();

    [Fact]
    public void A_span_is_cut_from_the_sentence()
    {
        const string Sentence = "pages in the Netherlands only";

        var span = CountryNames.FindIn(Sentence).ShouldHaveSingleItem();

        Sentence[span.Start..span.End].ShouldBe(span.Text);
        span.Text.ShouldBe("the Netherlands");
    }
}
