using System.Diagnostics;
using Xunit.Abstractions;

namespace PromptLab.Data.Tests.Databases;

/// <summary>What a screen waits for.</summary>
internal static class Quickness
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);

    /// <summary>The best of twelve, as the machine has other things to do.</summary>
    public static async Task ShouldBeQuickAsync(string name, Func<Task> query, ITestOutputHelper output)
    {
        var best = TimeSpan.MaxValue;
        foreach (var _ in Enumerable.Range(0, 12))
        {
            var started = Stopwatch.GetTimestamp();
            await query();
            best = Stopwatch.GetElapsedTime(started) is var took && took < best ? took : best;
        }

        output.WriteLine($"{name}: {best.TotalMilliseconds:0.00} ms");
        best.ShouldBeLessThan(Quick, name);
    }
}
