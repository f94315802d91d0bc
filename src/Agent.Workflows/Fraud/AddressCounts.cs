namespace PromptLab.Workflows.Fraud;

/// <summary>How often each address occurs. Kept as 64-bit hashes: some 25 bytes an address, whatever its length.</summary>
internal sealed class AddressCounts
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<ulong, int> _counts = [];

    /// <param name="address">Empty ones are not counted: unknown is not shared.</param>
    public void Add(ReadOnlySpan<byte> address)
    {
        if (address.Length > 0)
        {
            var key = Key(address);
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>How many others have the address of a row that was added.</summary>
    public int Others(ReadOnlySpan<byte> address) => address.Length == 0 ? 0 : Math.Max(0, _counts.GetValueOrDefault(Key(address)) - 1);

    // FNV-1a.
    private static ulong Key(ReadOnlySpan<byte> address)
    {
        var key = Basis;
        foreach (var letter in address)
        {
            key = (key ^ letter) * Prime;
        }

        return key;
    }
}
