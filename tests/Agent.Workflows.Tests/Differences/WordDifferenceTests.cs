using PromptLab.Workflows.Differences;

namespace PromptLab.Workflows.Tests.Differences;

public sealed class WordDifferenceTests
{
    [Fact]
    public void A_changed_word_is_removed_and_added()
    {
        var parts = WordDifference.Between("Write a short mail.", "Write a long mail.");

        parts.ShouldBe([new("same", "Write a "), new("removed", "short"), new("added", "long"), new("same", " mail.")]);
    }

    [Fact]
    public void The_same_text_is_one_part()
    {
        WordDifference.Between("Hello {{name}}", "Hello {{name}}").ShouldBe([new("same", "Hello {{name}}")]);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "new text")]
    [InlineData("old text", "")]
    [InlineData("a b c a b b a", "c b a b a c")]
    [InlineData("one\ntwo\r\nthree", "one\nthree")]
    [InlineData("naïve café – été", "naive café — été!")]
    public void The_parts_give_both_texts(string before, string after)
    {
        var parts = WordDifference.Between(before, after);

        string.Concat(parts.Where(part => part.Kind != "added").Select(part => part.Text)).ShouldBe(before);
        string.Concat(parts.Where(part => part.Kind != "removed").Select(part => part.Text)).ShouldBe(after);
    }

    [Fact]
    public void Whatever_is_shuffled_the_parts_give_both_texts()
    {
        var random = new Random(4);
        foreach (var _ in Enumerable.Range(0, 300))
        {
            var before = string.Join(' ', random.GetItems(["a", "b", "c", "d"], random.Next(30)));
            var after = string.Join(' ', random.GetItems(["a", "b", "c", "e"], random.Next(30)));

            var parts = WordDifference.Between(before, after);

            string.Concat(parts.Where(part => part.Kind != "added").Select(part => part.Text)).ShouldBe(before);
            string.Concat(parts.Where(part => part.Kind != "removed").Select(part => part.Text)).ShouldBe(after);
        }
    }

    [Fact]
    public void Texts_that_have_nothing_in_common_are_replaced_as_a_whole()
    {
        var before = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"a{number}-"));
        var after = string.Concat(Enumerable.Range(0, 4_000).Select(number => $"b{number}+"));

        WordDifference.Between(before, after).Select(part => part.Kind).ShouldBe(["removed", "added"]);
    }
}
