using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Lookups;

[Collection(SharedNetwork.Name)]
public sealed class LookupToolTests(SimulatedNetworkFixture network)
{
    [Theory]
    [InlineData("find_offers", "deal", 1005)]
    [InlineData("find_offers", "winter", 1004)]
    [InlineData("find_offers", "2024", 1001)]
    [InlineData("find_offers", "1003", 1003)]
    [InlineData("find_partners", "Global Media Network", 23456)]
    [InlineData("find_partners", "boosters", 56789)]
    public async Task A_name_a_part_of_it_or_an_id_leads_to_the_entity(string tool, string query, int id)
    {
        var answer = await network.Tools.AnswerAsync(tool, $$"""{"query":"{{query}}"}""");

        answer.Cards[0].Data["rows"]!.AsArray().Select(row => row![0]!.GetValue<int>()).ShouldContain(id);
    }

    [Theory]
    [InlineData("find_offers", """{"query":"Falcobrook"}""", "paused")]
    [InlineData("find_offers", """{"query":"Xenotide"}""", "pending")]
    [InlineData("find_offers", """{"query":"Jaspergrove Trading Account"}""", "private")]
    [InlineData("find_offers", """{"query":"Kappaford Collagen"}""", "requires approval")]
    [InlineData("find_offers", """{"query":"1106"}""", "deleted")]
    [InlineData("find_partners", """{"query":"Rushmere"}""", "inactive")]
    [InlineData("find_partners", """{"query":"Saltmarsh"}""", "blocked")]
    [InlineData("find_partners", """{"query":"Thistledown"}""", "pending")]
    public async Task The_status_is_told(string tool, string arguments, string status)
    {
        var answer = await network.Tools.AnswerAsync(tool, arguments);

        answer.Markdown.ShouldContain(status);
    }

    [Fact]
    public async Task One_hit_is_remembered_as_shown()
    {
        var answer = await network.Tools.AnswerAsync("find_partners", """{"query":"Global Media Network"}""");

        answer.Shown["partner"].ShouldBe(new ShownEntity(23456, "Global Media Network"));
    }

    [Fact]
    public async Task Without_a_hit_what_comes_near_is_offered()
    {
        var answer = await network.Tools.AnswerAsync("find_partners", """{"query":"Globol Mdia Ntwork Dxxx"}""");

        answer.Markdown.ShouldContain("No partner matches.");
    }

    [Fact]
    public async Task A_common_word_lists_the_first_and_counts_all()
    {
        var answer = await network.Tools.AnswerAsync("find_offers", """{"query":"CPA"}""");

        answer.Cards[0].Data["rows"]!.AsArray().Count.ShouldBe(25);
        answer.Markdown.ShouldContain("another word would narrow it down");
    }
}
