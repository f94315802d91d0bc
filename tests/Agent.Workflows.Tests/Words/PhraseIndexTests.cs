using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Tests.Words;

public sealed class PhraseIndexTests
{
    [Fact]
    public void The_longest_phrase_comes_first()
    {
        var index = Index(("new", "word"), ("new year", "day"), ("new year deal", "offer"));

        var found = index.At(WordReader.Read("a New Year deal"), 1);

        found.ShouldBe([("offer", 3), ("day", 2), ("word", 1)]);
    }

    [Fact]
    public void Hyphens_between_the_words_do_not_matter()
    {
        var index = Index(("landing page", "page"));

        index.At(WordReader.Read("Landing-Page"), 0).ShouldBe([("page", 3)]);
    }

    [Fact]
    public void The_first_word_may_be_looked_up_in_another_spelling()
    {
        var index = Index(("week", "unit"));

        index.At(WordReader.Read("wek"), 0, "week").ShouldBe([("unit", 1)]);
    }

    [Fact]
    public void A_phrase_that_goes_on_behind_the_end_is_not_found() =>
        Index(("last week", "period")).At(WordReader.Read("last"), 0).ShouldBeEmpty();

    private static PhraseIndex<string> Index(params (string Phrase, string Value)[] entries)
    {
        var index = new PhraseIndex<string>();
        foreach (var (phrase, value) in entries)
        {
            index.Add(phrase, value);
        }

        return index;
    }
}
