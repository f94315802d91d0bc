using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Tests.Planning;

public sealed class OutcomeMarkTests
{
    [Theory]
    [InlineData("[clarify] Which offer?", "clarify", "Which offer?")]
    [InlineData("[REFUSE]I cannot delete partners.", "refuse", "I cannot delete partners.")]
    [InlineData(" [help] I can …", "help", "I can …")]
    public void A_mark_at_the_head_becomes_the_outcome(string reply, string outcome, string shown)
    {
        var mark = new OutcomeMark();

        var text = mark.Push(reply) + mark.Flush();

        mark.Outcome.ShouldBe(outcome);
        text.ShouldBe(shown);
    }

    [Fact]
    public void A_mark_that_arrives_letter_by_letter_is_never_shown()
    {
        var mark = new OutcomeMark();

        var text = string.Concat("[clarify] Which?".Select(letter => mark.Push(letter.ToString()))) + mark.Flush();

        text.ShouldBe("Which?");
    }

    [Theory]
    [InlineData("Hello there")]
    [InlineData("[link](x) is not a mark")]
    [InlineData("[a rather long bracket] is not a mark")]
    [InlineData("[cla")]
    public void Text_without_a_mark_is_shown_whole(string reply)
    {
        var mark = new OutcomeMark();

        var text = mark.Push(reply) + mark.Flush();

        text.ShouldBe(reply);
        mark.Outcome.ShouldBeNull();
    }
}
