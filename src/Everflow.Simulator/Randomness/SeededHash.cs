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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong seed, ulong value) => Mix(seed + (value + 1) * Golden);

    /// <summary>16 bits of a hash as a number in [0, 1).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Unit16(ulong hash, int shift) => (ushort)(hash >> shift) * (1f / 65536f);
}
