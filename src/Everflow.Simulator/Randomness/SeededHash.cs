using System.Runtime.CompilerServices;

namespace PromptLab.Simulator.Randomness;

/// <summary>The one source of chance: the same inputs give the same 64 bits on every machine and runtime.</summary>
internal static class SeededHash
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>SplitMix64's finaliser, a bijection on 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Takes <see cref="Mix"/> back.</summary>
    public static ulong Unmix(ulong value)
    {
        value = (value ^ (value >> 31) ^ (value >> 62)) * 0x319642B2D24D8EC3;
        value = (value ^ (value >> 27) ^ (value >> 54)) * 0x96DE1B173F119089;
        return value ^ (value >> 30) ^ (value >> 60);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong seed, ulong value) => Mix(seed + (value + 1) * Golden);

    /// <summary>16 bits of a hash as a number in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit16(ulong hash, int shift) => (ushort)(hash >> shift) * (1f / 65536f);
}
