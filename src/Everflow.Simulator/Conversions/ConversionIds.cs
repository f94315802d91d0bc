using System.Globalization;
using PromptLab.Simulator.Randomness;

namespace PromptLab.Simulator.Conversions;

/// <summary>
/// Ids of 32 hexadecimal digits that look random and hold the conversion's place, so that none has to be remembered: 64 bits
/// carry it through a bijection, the other 64 prove that the id is one of ours.
/// </summary>
internal sealed class ConversionIds(int seed)
{
    private const ulong Conversion = 0;
    private const ulong Event = 1;
    private const ulong Click = 2;
    private readonly ulong _mask = SeededHash.Of((ulong)(uint)seed, 501);
    private readonly ulong _proof = SeededHash.Of((ulong)(uint)seed, 502);

    public string IdOf(ConversionKey key) => Encode(key, key.IsEvent ? Event : Conversion);

    /// <summary>The click's hash, shared by a conversion and its event.</summary>
    public string TransactionOf(ConversionKey key) => Encode(key, Click);

    /// <summary>The place that an id or a click's hash stands for; null when it is not one of this network's.</summary>
    public ConversionKey? Parse(string text)
    {
        if (text.Length != 32
            || !ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place)
            || !ulong.TryParse(text.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var proof)) return null;
        var packed = SeededHash.Unmix(place) ^ _mask;
        if (SeededHash.Of(_proof, packed) != proof) return null;
        return new ConversionKey((int)(packed >> 40), (int)(packed >> 20 & 0xFFFFF), (int)(packed >> 2 & 0x3FFFF), (packed & 3) == Event);
    }

    private string Encode(ConversionKey key, ulong kind)
    {
        var packed = ((ulong)key.Stream << 40) | ((ulong)key.Day << 20) | ((ulong)key.Index << 2) | kind;
        return string.Create(CultureInfo.InvariantCulture, $"{SeededHash.Mix(packed ^ _mask):x16}{SeededHash.Of(_proof, packed):x16}");
    }
}
