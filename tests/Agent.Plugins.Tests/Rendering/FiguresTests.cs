using System.Globalization;
using PromptLab.Plugins.Rendering;

namespace PromptLab.Plugins.Tests.Rendering;

public sealed class FiguresTests
{
    [Fact]
    public void Figures_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            (Figures.Count(1234567), Figures.Money(1234.5m, "EUR"), Figures.Percent(0.0984m)).ShouldBe(("1,234,567", "1,234.50 EUR", "9.84 %"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0.0085, "0.85 %")]
    [InlineData(0.85, "85.00 %")]
    public void A_ratio_is_shown_as_a_percentage(double ratio, string text)
    {
        Figures.Percent((decimal)ratio).ShouldBe(text);
    }

    [Theory]
    [InlineData(0.125, "+12.5 %")]
    [InlineData(-0.03, "−3.0 %")]
    [InlineData(0, "+0.0 %")]
    public void A_change_has_its_sign(double ratio, string text)
    {
        Figures.SignedPercent((decimal)ratio).ShouldBe(text);
    }

    [Fact]
    public void What_has_no_base_has_no_figure()
    {
        (Figures.Percent(null), Figures.SignedPercent(null)).ShouldBe(("–", "–"));
    }

    [Fact]
    public void Money_that_fell_says_so()
    {
        (Figures.SignedMoney(-80, "EUR"), Figures.SignedMoney(1234.5m, "USD")).ShouldBe(("−80.00 EUR", "+1,234.50 USD"));
    }
}
