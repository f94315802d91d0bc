using PromptLab.Data.Conversations;
using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.Tests.Conversations;

public sealed class PromptHistoryTests
{
    [Fact]
    public void The_figures_of_an_answer_stay_out_of_the_prompt()
    {
        MessageRow[] recent = [User("best page?"), Assistant("Offer: Summer Promo 2024 (1001)\n\n| page | CVR |\n| 5001 | 6.13 % |", "answer")];

        var history = PromptHistory.Of(recent, 1_000);

        history.Select(message => message.Text).ShouldBe(["best page?", "Offer: Summer Promo 2024 (1001)"]);
    }

    [Fact]
    public void The_oldest_messages_go_when_the_budget_is_used_up()
    {
        MessageRow[] recent = [User("first"), Assistant("one", "smalltalk"), User("second"), Assistant("two", "smalltalk")];

        var history = PromptHistory.Of(recent, 10);

        history.Select(message => message.Text).ShouldBe(["second", "two"]);
    }

    [Fact]
    public void A_question_carries_its_choices()
    {
        var cards = """[{"kind":"question","data":{"text":"Which?","choices":[{"label":"Media (1)","message":"partner 1"},{"label":"Media (2)","message":"partner 2"}]}}]""";
        MessageRow[] recent = [User("link for Media"), Assistant("Which partner?", "clarify", cards)];

        var history = PromptHistory.Of(recent, 1_000);

        history[^1].Text.ShouldBe("Which partner?\n1. Media (1)\n2. Media (2)");
    }

    private static MessageRow User(string text) => Row(MessageRole.User, text, null, null);

    private static MessageRow Assistant(string text, string outcome, string? cards = null) => Row(MessageRole.Assistant, text, outcome, cards);

    private static MessageRow Row(string role, string text, string? outcome, string? cards) => new()
    {
        Id = Guid.NewGuid(),
        ConversationId = Guid.NewGuid(),
        Role = role,
        Text = text,
        Outcome = outcome,
        Cards = cards,
    };
}
