using System.Globalization;

namespace PromptLab.Data.Search;

/// <summary>A stretch of time by the words that migration 0048 put into the full-text index.</summary>
/// <param name="Words">Those of PostgreSQL's <c>tsquery</c>.</param>
/// <param name="Start">The first instant.</param>
internal sealed record SearchTime(string Words, DateTimeOffset Start)
{
    private const int Levels = 6;
    private const int Ratio = 8;

    // A step that found too little is followed by one that is this many levels longer.
    private const int Stride = 2;

    /// <summary>Ever longer ones.</summary>
    /// <param name="first">The instant that the first of them reaches back to.</param>
    /// <param name="last">The instant that all of them hold.</param>
    public static IEnumerable<SearchTime> Between(DateTimeOffset first, DateTimeOffset last)
    {
        var shortest = Enumerable.Range(0, Levels).Select(level => Of(level, last)).TakeWhile(time => time.Start > first).Count();
        for (var level = shortest; level < Levels; level += Stride)
            yield return Of(level, last);
    }

    // Of two, as the last may have begun a moment ago.
    private static SearchTime Of(int level, DateTimeOffset last)
    {
        var length = TimeSpan.FromMinutes(1) * Math.Pow(Ratio, level);
        var number = (last - DateTimeOffset.UnixEpoch).Ticks / length.Ticks;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"qx{level}{number} | qx{level}{number - 1}"), DateTimeOffset.UnixEpoch + ((number - 1) * length));
    }
}
