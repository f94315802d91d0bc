using PromptLab.Host.OpenAi;

namespace PromptLab.Host.Tests.OpenAi;

public sealed class TextLimitTests
{
    [Fact]
    public void A_stop_text_that_comes_in_pieces_is_found()
    {
        var limit = new TextLimit(["END"], null);

        var sent = new[] { "a E", "N", "x EN", "D b" }.Select(limit.Admit).ToList();

        sent.ShouldBe(["a ", "", "ENx ", ""]);
        limit.Flush().ShouldBe("");
        limit.Text.ShouldBe("a ENx ");
    }

    [Fact]
    public void The_stop_text_that_comes_first_counts() => Said(new TextLimit(["two", "one"], null), "zero one two").ShouldBe("zero ");

    [Fact]
    public void What_was_held_back_is_sent_at_the_end() => Said(new TextLimit(["END"], null), "the E").ShouldBe("the E");

    [Fact]
    public void Nothing_follows_a_cut()
    {
        var limit = new TextLimit([], 1);

        Said(limit, "abcdef", "ghi").ShouldBe("abcd");
        limit.FinishReason.ShouldBe("length");
    }

    [Fact]
    public void A_character_is_not_cut_in_half()
    {
        var limit = new TextLimit([], 1);

        Said(limit, "ab", "c🦀", "d").ShouldBe("abc");
        limit.FinishReason.ShouldBe("length");
    }

    [Fact]
    public void A_text_that_just_fits_is_whole()
    {
        var limit = new TextLimit([], 1);

        Said(limit, "abcd").ShouldBe("abcd");
        limit.FinishReason.ShouldBe("stop");
    }

    private static string Said(TextLimit limit, params string[] pieces) => string.Concat(pieces.Select(limit.Admit)) + limit.Flush();
}
