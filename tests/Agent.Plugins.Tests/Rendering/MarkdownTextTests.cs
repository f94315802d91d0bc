using PromptLab.Plugins.Rendering;

namespace PromptLab.Plugins.Tests.Rendering;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("Summer Promo 2024", "Summer Promo 2024")]
    [InlineData("Kitewick Loans – DE – CPA", "Kitewick Loans – DE – CPA")]
    [InlineData("Smith & Sons (EU)", "Smith & Sons (EU)")]
    [InlineData("Jean-Luc v2.1", "Jean-Luc v2.1")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("**bold** _x_ `code`", @"\*\*bold\*\* \_x\_ \`code\`")]
    [InlineData("[click](http://evil.example)", @"\[click\](http\://evil.example)")]
    [InlineData("<script>", @"\<script\>")]
    [InlineData("&lt;b", @"\&lt;b")]
    [InlineData("www.evil.example", @"www\.evil.example")]
    [InlineData("mailto:a@b", @"mailto\:a\@b")]
    [InlineData("# Title", @"\# Title")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. item", @"1\. item")]
    [InlineData("two\r\nlines", "two  lines")]
    public void A_name_is_shown_as_itself_and_formats_nothing(string name, string escaped)
    {
        MarkdownText.Escape(name).ShouldBe(escaped);
    }

    [Fact]
    public void Marks_that_turn_or_hide_text_are_left_out()
    {
        MarkdownText.Escape("pay\u202Elap\u200B\uFEFF").ShouldBe("paylap");
    }

    [Fact]
    public void A_very_long_name_is_cut()
    {
        MarkdownText.Escape(new string('x', 500)).Length.ShouldBe(161);
    }
}
