namespace PromptLab.Simulator.TrackingLinks;

/// <summary>The short codes that stand for an offer or partner in a tracking link.</summary>
internal static class TrackingCode
{
    private const string Letters = "123456789BCDFGHJKLMNPQRSTWXZ";

    public static string Of(int id)
    {
        // An odd multiplier modulo 28^5 without a factor in common keeps different ids different.
        var value = (ulong)id * 1_000_003UL % 17_210_368UL;
        Span<char> code = stackalloc char[5];
        for (var index = 0; index < code.Length; index++, value /= (ulong)Letters.Length) code[index] = Letters[(int)(value % (ulong)Letters.Length)];
        return new string(code);
    }
}
