namespace PromptLab.Simulator.Randomness;

/// <summary>A repeatable sequence of draws for one thing of the network, independent of the draws of any other.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _drawn;

    public static Dice For(int seed, string thing, int id = 0)
    {
        var hash = SeededHash.Mix((ulong)(uint)seed);
        foreach (var letter in thing) hash = SeededHash.Of(hash, letter);
        return new Dice(SeededHash.Of(hash, (ulong)(uint)id));
    }

    public ulong Bits() => SeededHash.Of(seed, _drawn++);

    /// <summary>A number in [0, 1).</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double low, double high) => low + Unit() * (high - low);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Bits() % (ulong)(high - low + 1));

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];

    /// <summary><paramref name="count"/> different choices, or all of them when there are fewer.</summary>
    public IReadOnlyList<T> PickMany<T>(IReadOnlyList<T> choices, int count)
    {
        var pool = choices.ToList();
        var picked = new List<T>(count);
        while (picked.Count < count && pool.Count > 0)
        {
            var index = Whole(0, pool.Count - 1);
            picked.Add(pool[index]);
            pool[index] = pool[^1];
            pool.RemoveAt(pool.Count - 1);
        }
        return picked;
    }
}
