using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.Tests.Conversations;

public sealed class ConversationTitleTests
{
    [Fact]
    public void A_short_message_is_the_title_on_one_line()
    {
        var title = ConversationTitle.Of("  top\n offers  today ");

        title.ShouldBe("top offers today");
    }

    [Fact]
    public void A_long_message_is_cut_between_words()
    {
        var title = ConversationTitle.Of(string.Join(' ', Enumerable.Repeat("word", 40)));

        title.Length.ShouldBeLessThanOrEqualTo(80);
        title.ShouldEndWith("word…");
    }

    [Fact]
    public void A_message_without_spaces_is_cut_all_the_same()
    {
        var title = ConversationTitle.Of(new string('x', 500));

        title.Length.ShouldBe(80);
    }
}
