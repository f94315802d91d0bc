using PromptLab.Everflow;
using PromptLab.Testing.Http;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Tests.Network;

namespace PromptLab.Workflows.Tests.Entities;

public sealed class CatalogueTests
{
    private const string OfferSearch = "POST /v1/networks/offerstable";

    [Fact]
    public async Task Names_are_read_once_while_they_are_fresh()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Summer Promo 2024").WithOffer(2, "Holiday Special");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Match(everflow, "holiday special")));
        await Match(everflow, "1");

        everflow.Server.Requests.Count(request => request.Route == OfferSearch).ShouldBe(1);
    }

    [Fact]
    public async Task After_their_lifetime_names_are_read_again()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Old Name");
        await Match(everflow, "Old Name");

        everflow.WithOffer(1, "New Name");
        everflow.Clock.Advance(TimeSpan.FromMinutes(6));
        var match = await Match(everflow, "1");

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Name.ShouldBe("New Name");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("Brand New")]
    [InlineData("the brand-new offer")]
    public async Task What_is_not_known_yet_is_asked_for_once_more(string text)
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Old Hat");
        await Match(everflow, "Old Hat");
        everflow.WithOffer(2, "Brand New");

        var match = await Match(everflow, text);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(2);
    }

    [Fact]
    public async Task An_offer_found_by_a_fresh_search_stays_known()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Old Hat");
        await Match(everflow, "Old Hat");
        everflow.WithOffer(2, "Brand New");
        await Match(everflow, "Brand New");

        var offer = await everflow.Catalogue.FindOfferAsync(2, CancellationToken.None);

        offer.ShouldNotBeNull().Name.ShouldBe("Brand New");
    }

    [Fact]
    public async Task No_such_offer_is_an_answer_with_what_comes_near()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "Winter Campaign");

        var match = await Match(everflow, "winter sale");

        match.ShouldBeOfType<EntityMatch.NotFound>().Nearest.Select(near => near.Id).ShouldBe([1]);
    }

    [Fact]
    public async Task A_reply_about_another_offer_than_asked_is_not_taken_for_it()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1001, "Sweeps");
        everflow.Server.On("GET /v1/networks/offers/7777", ScriptedReply.Json("""{"network_offer_id":1001,"name":"Sweeps","offer_status":"active"}"""));

        var match = await Match(everflow, "7777");

        match.ShouldBeOfType<EntityMatch.NotFound>();
    }

    [Fact]
    public async Task No_answer_from_Everflow_is_a_failure_and_not_no_such_offer()
    {
        await using var everflow = await ScriptedEverflow.StartAsync();
        everflow.Server.On(OfferSearch, ScriptedReply.Failure(500));

        var failure = await Should.ThrowAsync<EverflowException>(() => Match(everflow, "Summer Promo"));

        failure.Kind.ShouldBe(EverflowFailure.Unavailable);
    }

    [Fact]
    public async Task A_failed_reading_is_not_kept()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPartner(7, "Media");
        everflow.Server.On(OfferSearch, ScriptedReply.Failure(500), ScriptedReply.Json("""{"offers":[{"network_offer_id":1,"name":"Back Again"}],"paging":{"total_count":1}}"""));
        await Should.ThrowAsync<EverflowException>(() => Match(everflow, "Back Again"));

        var match = await Match(everflow, "Back Again");

        match.ShouldBeOfType<EntityMatch.Found>();
    }

    [Fact]
    public async Task A_page_counts_only_among_the_pages_of_its_offer()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPage(51, 1, "Quiz").WithPage(52, 2, "Quiz");

        var own = await everflow.Catalogue.MatchPageOfOfferAsync("quiz", 2, CancellationToken.None);
        var others = await everflow.Catalogue.MatchPageOfOfferAsync("advertorial", 2, CancellationToken.None);

        own.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(52);
        others.ShouldBeOfType<EntityMatch.NotFound>();
    }

    [Fact]
    public async Task The_id_of_another_offers_page_is_recognised_as_that_page()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPage(51, 1, "Quiz").WithPage(52, 2, "Survey");

        var match = await everflow.Catalogue.MatchPageOfOfferAsync("51", 2, CancellationToken.None);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(51);
    }

    [Fact]
    public async Task A_new_page_is_found_after_one_more_reading()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPage(51, 1, "Quiz");
        await everflow.Catalogue.MatchAsync(EntityKind.LandingPage, "Quiz", CancellationToken.None);
        everflow.WithPage(52, 1, "Survey");

        var match = await everflow.Catalogue.MatchAsync(EntityKind.LandingPage, "Survey", CancellationToken.None);

        match.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(52);
    }

    [Fact]
    public async Task A_deleted_offer_is_found_by_id_and_leaves_its_name_to_the_living()
    {
        await using var everflow = await ScriptedEverflow.StartAsync();
        everflow.Server.On(OfferSearch, ScriptedReply.Json(
            """{"offers":[{"network_offer_id":1,"name":"Spring Sale","offer_status":"deleted"},{"network_offer_id":2,"name":"Spring Sale","offer_status":"active"}],"paging":{"total_count":2}}"""));

        var byName = await Match(everflow, "Spring Sale");
        var byId = await Match(everflow, "1");

        byName.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(2);
        byId.ShouldBeOfType<EntityMatch.Found>().Entity.Id.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_up_lists_names_that_hold_the_word_even_inside_another()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "New Year Deal").WithOffer(2, "MegaDeals").WithOffer(3, "Winter");

        var search = await everflow.Catalogue.SearchOffersAsync("deal", CancellationToken.None);

        search.Hits.Select(hit => hit.Id).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_look_up_without_hits_has_nearest()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithPartner(1, "Lakeside Leads");

        var search = await everflow.Catalogue.SearchPartnersAsync("lakeside media", CancellationToken.None);

        search.Hits.ShouldBeEmpty();
        search.Nearest.Select(near => near.Id).ShouldBe([1]);
    }

    [Fact]
    public async Task The_names_of_every_kind_can_be_had()
    {
        await using var everflow = (await ScriptedEverflow.StartAsync()).WithOffer(1, "A").WithPartner(2, "B").WithPage(3, 1, "C");

        var names = new List<string>();
        foreach (var kind in Enum.GetValues<EntityKind>())
        {
            names.AddRange((await everflow.Catalogue.NamesAsync(kind, CancellationToken.None)).Entities.Select(entity => entity.Name));
        }

        names.ShouldBe(["A", "B", "C"]);
    }

    private static async Task<EntityMatch> Match(ScriptedEverflow everflow, string text) =>
        await everflow.Catalogue.MatchAsync(EntityKind.Offer, text, CancellationToken.None);
}
