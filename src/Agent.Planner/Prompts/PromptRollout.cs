using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Planner.Prompts;

/// <summary>Which versions serve, and how much of the traffic each gets: <c>3</c>, or <c>3: 90, 4: 10</c>.</summary>
internal sealed class PromptRollout
{
    private readonly long total;

    private PromptRollout(IReadOnlyDictionary<int, int> weights)
    {
        Weights = weights;
        total = weights.Values.Sum(w => (long)w);
    }

    /// <summary>Weight by version.</summary>
    public IReadOnlyDictionary<int, int> Weights { get; }

    /// <exception cref="FormatException">The text is neither a version nor weights.</exception>
    public static PromptRollout Parse(string text)
    {
        var weights = new SortedDictionary<int, int>();
        foreach (var part in text.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (version, weight) = part.Split(':', StringSplitOptions.TrimEntries) switch
            {
                [var only] => (Number(only), 1),
                [var first, var second] => (Number(first), Number(second)),
                _ => throw Unreadable(),
            };
            if (!weights.TryAdd(version, weight))
            {
                throw new FormatException($"it names version {version} twice");
            }
        }

        return weights.Values.Any(w => w > 0) ? new(weights) : throw Unreadable();
    }

    /// <summary>The same version for the same key, for as long as the weights stay.</summary>
    public int Pick(string prompt, string stickyKey)
    {
        if (Weights.Count == 1)
        {
            return Weights.First().Key;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{prompt}:{stickyKey}"));
        var point = (long)(BinaryPrimitives.ReadUInt64LittleEndian(hash) % (ulong)total);
        foreach (var (version, weight) in Weights)
        {
            point -= weight;
            if (point < 0)
            {
                return version;
            }
        }

        return Weights.Last().Key;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable();

    private static FormatException Unreadable() => new("it is neither a version (\"3\") nor weights (\"3: 90, 4: 10\")");
}
