using System.Text.Json;
using PromptLab.Host.Doors;

namespace PromptLab.Host.Tests.Doors;

public sealed class CardMarkdownTests
{
    private static readonly Uri Origin = new("https://lab.example/");

    [Fact]
    public void A_confirmation_shows_its_facts_and_effects_and_asks_for_a_yes()
    {
        var card = Card("confirmation", """
            {"title":"Approve A_B (1) on C (2)","facts":[{"label":"Partner","value":"A_B (1)"}],"effects":["Partner 1 becomes visible."],"status":"pending"}
            """);

        CardMarkdown.Of(card, Origin).ShouldBe(
            "**Approve A\\_B (1) on C (2)**\n\n- Partner: A\\_B (1)\n\nA yes does this:\n\n- Partner 1 becomes visible.\n\nAnswer **yes** to confirm or **no** to cancel.");
    }

    [Fact]
    public void What_was_decided_already_asks_for_nothing() =>
        CardMarkdown.Of(Card("confirmation", """{"title":"Approve","facts":[],"effects":[],"status":"done"}"""), Origin).ShouldBeNull();

    [Fact]
    public void The_choices_of_a_question_say_what_to_answer() => CardMarkdown.Of(
            Card("question", """{"text":"Which?","choices":[{"label":"Summer (1001)","message":"offer 1001"},{"label":"last week","message":"last week"}]}"""), Origin)
        .ShouldBe("- Summer (1001) – answer “offer 1001”\n- last week");

    [Fact]
    public void A_file_is_linked_where_people_reach_the_service() => CardMarkdown.Of(
            Card("export", """{"file_name":"fraud.csv","download_url":"/api/v1/exports/1/download?token=t"}"""), Origin)
        .ShouldBe("[Download fraud.csv](https://lab.example/api/v1/exports/1/download?token=t)");

    [Fact]
    public void A_file_that_is_not_ready_is_not_linked() =>
        CardMarkdown.Of(Card("export", """{"file_name":null,"download_url":null}"""), Origin).ShouldBeNull();

    [Fact]
    public void What_the_text_says_already_is_not_repeated() =>
        CardMarkdown.Of("The answer.", [Card("table", """{"rows":[]}"""), Card("question", """{"choices":[]}""")], Origin).ShouldBe("The answer.");

    [Fact]
    public void Cards_follow_the_text() => CardMarkdown.Of(
            "Which one?", [Card("question", """{"choices":[{"label":"A","message":"A"}]}""")], Origin)
        .ShouldBe("Which one?\n\n- A");

    private static JsonElement Card(string kind, string data) => JsonElement.Parse($$"""{"kind":"{{kind}}","data":{{data}}}""");
}
