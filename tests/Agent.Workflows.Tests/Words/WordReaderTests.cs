using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Tests.Words;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("What's the LP's CVR?", "whats the lps cvr")]
    [InlineData("Tracking-Link für Übersicht", "tracking link fur ubersicht")]
    [InlineData("l'année d'octobre", "l annee d octobre")]
    [InlineData("Straße, æther, señor, Łódź", "strasse aether senor lodz")]
    [InlineData("sub1=fb_ads;50%", "sub1 fb_ads 50")]
    [InlineData("  ", "")]
    public void Words_are_folded_without_marks(string text, string folded) => WordReader.Fold(text).ShouldBe(folded);

    [Fact]
    public void Every_word_knows_where_it_stands()
    {
        const string Text = "Offer “Été” 1001, l'an 2024.";

        WordReader.Read(Text).ShouldAllBe(word => Text.Substring(word.Start, word.Text.Length) == word.Text);
    }

    [Fact]
    public void A_combining_accent_folds_like_a_composed_one() =>
        WordReader.Fold("cafe\u0301 café").ShouldBe("cafe cafe");

    [Fact]
    public void Marks_are_words_of_their_own() =>
        WordReader.Read("1.12.2024").Select(word => word.Text).ShouldBe(["1", ".", "12", ".", "2024"]);
}
