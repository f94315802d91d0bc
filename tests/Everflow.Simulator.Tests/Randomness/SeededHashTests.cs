using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Tests.Randomness;

public sealed class SeededHashTests
{
    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(0xDEADBEEFUL)]
    [InlineData(ulong.MaxValue)]
    public void Mixing_can_be_taken_back(ulong value)
    {
        SeededHash.Unmix(SeededHash.Mix(value)).ShouldBe(value);
    }

    [Fact]
    public void Dice_repeat_for_the_same_thing_and_differ_for_another()
    {
        var first = Dice.For(7, "offer", 1001).Bits();

        Dice.For(7, "offer", 1001).Bits().ShouldBe(first);
        Dice.For(7, "offer", 1002).Bits().ShouldNotBe(first);
        Dice.For(8, "offer", 1001).Bits().ShouldNotBe(first);
    }

    [Fact]
    public void Picks_are_different_and_never_more_than_there_are()
    {
        var picked = Dice.For(1, "picks").PickMany([1, 2, 3], 5);

        picked.ShouldBe([1, 2, 3], ignoreOrder: true);
    }

    [Fact]
    public void Draws_fill_their_range_evenly()
    {
        var dice = Dice.For(3, "draws");

        var draws = Enumerable.Range(0, 10_000).Select(_ => dice.Unit()).ToArray();

        draws.Average().ShouldBe(0.5, 0.02);
        draws.ShouldAllBe(draw => draw >= 0 && draw < 1);
    }
}
