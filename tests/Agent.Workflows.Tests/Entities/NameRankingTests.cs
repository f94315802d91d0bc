using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.Tests.Entities;

public sealed class NameRankingTests
{
    private static readonly NameRanking Offers = new(
        EntityKind.Offer,
        [
            new(1001, "Summer Promo 2024"), new(1002, "Holiday Special"), new(1003, "Evergreen Offer A"), new(1004, "Winter Campaign"),
            new(1005, "New Year Deal"), new(1006, "Café Crème [DE]"), new(1007, "Twin Offer"), new(1008, "Twin Offer"),
            new(1009, "Bonus Box"), new(1010, "Bonus Bar"), new(1011, "Men's Health"), new(1012, "Smith & Sons"),
        ]);

    private static readonly NameRanking Partners = new(
        EntityKind.Partner,
        [
            new(12345, "Premium Traffic Partners"), new(23456, "Global Media Network"), new(34567, "Digital Marketing Pro"),
            new(45678, "Affiliate Masters"), new(56789, "Traffic Boosters Inc"), new(7, "Media"), new(8, "Alpha Media Group"),
        ]);

    [Theory]
    [InlineData("1002")]
    [InlineData(" 1002 ")]
    [InlineData("#1002")]
    [InlineData("offer 1002")]
    [InlineData("Offer ID: 1002")]
    [InlineData("Holiday Special (1002)")]
    public void An_id_is_read_with_the_words_around_it(string text)
    {
        var match = Offers.Match(text);

        Found(match).ShouldBe((1002, MatchKind.Id));
    }

    [Theory]
    [InlineData("holiday special", MatchKind.Exact)]
    [InlineData("\"Holiday Special\"", MatchKind.Exact)]
    [InlineData("Holiday-Special!", MatchKind.Normalised)]
    [InlineData("HolidaySpecial", MatchKind.Normalised)]
    [InlineData("the Holiday Special offer", MatchKind.Normalised)]
    [InlineData("Holiday Special's", MatchKind.Normalised)]
    public void A_name_is_certain_whatever_its_case_and_punctuation(string text, MatchKind how)
    {
        var match = Offers.Match(text);

        Found(match).ShouldBe((1002, how));
    }

    [Theory]
    [InlineData("cafe creme de", 1006)]
    [InlineData("mens health", 1011)]
    [InlineData("Men's Health", 1011)]
    [InlineData("smith and sons", 1012)]
    public void Accents_brackets_and_signs_do_not_matter(string text, int id)
    {
        var match = Offers.Match(text);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.ShouldSatisfyAllConditions(
            entity => entity.Id.ShouldBe(id),
            entity => entity.IsCertain.ShouldBeTrue());
    }

    [Theory]
    [InlineData("summer promo", 1001)]
    [InlineData("the summer promo offer", 1001)]
    [InlineData("the holiday offer", 1002)]
    [InlineData("the evergreen one", 1003)]
    [InlineData("Summr Promo", 1001)]
    [InlineData("summr promo", 1001)]
    [InlineData("evergren offer a", 1003)]
    [InlineData("holliday special", 1002)]
    [InlineData("new years deal", 1005)]
    [InlineData("newyear deel", 1005)]
    [InlineData("het winter aanbieding", 1004)]
    public void Partial_and_misspelt_names_find_the_one_that_fits_but_are_not_certain(string text, int id)
    {
        var match = Offers.Match(text);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.ShouldSatisfyAllConditions(
            entity => entity.Id.ShouldBe(id),
            entity => entity.IsCertain.ShouldBeFalse());
    }

    [Theory]
    [InlineData("premium traffic", 12345)]
    [InlineData("Traffic Boosters", 56789)]
    [InlineData("digi marketing pro", 34567)]
    [InlineData("prem trafic prtnrs", 12345)]
    [InlineData("GMN", 23456)]
    [InlineData("gmn account", 23456)]
    [InlineData("DMP", 34567)]
    [InlineData("TB", 56789)]
    [InlineData("Alpha Media", 8)]
    public void Partners_are_found_by_parts_abbreviations_and_initials(string text, int id)
    {
        var match = Partners.Match(text);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("Affiliate Masters' account")]
    [InlineData("Affiliate Masters's")]
    [InlineData("partner Affiliate Masters")]
    public void A_filler_word_may_be_part_of_the_name(string text)
    {
        var match = Partners.Match(text);

        Found(match).ShouldBe((45678, MatchKind.Normalised));
    }

    [Theory]
    [InlineData("Media", 7)]
    [InlineData("media", 7)]
    [InlineData("Alpha Media Group", 8)]
    public void A_shorter_name_never_swallows_a_longer_exact_one(string text, int id)
    {
        var match = Partners.Match(text);

        Found(match).ShouldBe((id, MatchKind.Exact));
    }

    [Fact]
    public void A_word_that_several_names_hold_is_ambiguous()
    {
        var match = Partners.Match("the traffic partner");

        match.ShouldBeOfType<EntityMatch.Ambiguous>().Candidates.Select(candidate => candidate.Id).ShouldBe([12345, 56789], ignoreOrder: true);
    }

    [Fact]
    public void All_words_in_one_name_decide_between_names_that_hold_the_weighty_one()
    {
        var match = Partners.Match("traffic partners");

        Found(match).ShouldBe((12345, MatchKind.Contained));
    }

    [Theory]
    [InlineData("Straße GmbH", "strasse gmbh")]
    [InlineData("Ærø Œuvre", "aero oeuvre")]
    [InlineData("Łódź Đại", "lodz dai")]
    [InlineData("Işık", "isik")]
    public void Letters_of_other_alphabets_are_typed_without_their_marks(string name, string typed)
    {
        var ranking = new NameRanking(EntityKind.Partner, [new NamedEntity(1, name)]);

        Found(ranking.Match(typed)).ShouldBe((1, MatchKind.Normalised));
    }

    [Fact]
    public void Names_that_occur_twice_are_ambiguous_even_when_exact()
    {
        var match = Offers.Match("Twin Offer");

        match.ShouldBeOfType<EntityMatch.Ambiguous>().Candidates.Select(candidate => candidate.Id).ShouldBe([1007, 1008]);
    }

    [Fact]
    public void Two_letters_of_a_word_are_too_few_to_choose_by()
    {
        var match = Offers.Match("bonus ba");

        match.ShouldBeOfType<EntityMatch.NotFound>().Nearest.Select(candidate => candidate.Id).ShouldBe([1009, 1010], ignoreOrder: true);
    }

    [Theory]
    [InlineData("7777")]
    [InlineData("offer 7777")]
    [InlineData("offer 2024")]
    public void An_id_that_is_none_is_never_read_as_a_name(string text)
    {
        var match = Offers.Match(text);

        match.ShouldBeOfType<EntityMatch.NotFound>().Nearest.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Summer Promo 2025", 1001)]
    [InlineData("winter sale", 1004)]
    public void A_weak_match_is_only_offered_as_near(string text, int nearest)
    {
        var match = Offers.Match(text);

        match.ShouldBeOfType<EntityMatch.NotFound>().Nearest[0].Id.ShouldBe(nearest);
    }

    [Theory]
    [InlineData("iMonetizeIt")]
    [InlineData("John's affiliate account")]
    [InlineData("the partner")]
    [InlineData("")]
    [InlineData("?!")]
    public void Strangers_are_not_found(string text)
    {
        var match = Partners.Match(text);

        match.ShouldBeOfType<EntityMatch.NotFound>().Nearest.ShouldBeEmpty();
    }

    [Fact]
    public void Ranking_lists_what_holds_the_word_best_first()
    {
        var ranked = Partners.Rank("traffic", 5);

        ranked.Select(candidate => candidate.Id).ShouldBe([12345, 56789], ignoreOrder: true);
    }

    [Fact]
    public void A_misspelt_name_is_found_among_a_thousand()
    {
        var ranking = new NameRanking(EntityKind.Offer, Enumerable.Range(0, 1000).Select(id => new NamedEntity(id, $"{Word(id)} {Word(id * 7)} Offer {id}")));

        var match = ranking.Match($"{Word(123)[..^1]} {Word(123 * 7)} ofer 123");

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(123);
    }

    private static string Word(int seed) => string.Concat(Enumerable.Range(1, 7).Select(at => (char)('a' + (seed * 31 / at % 26))));

    private static (int Id, MatchKind How) Found(EntityMatch match)
    {
        var entity = match.ShouldBeOfType<EntityMatch.Found>().Entity;
        return (entity.Id, entity.How);
    }
}
