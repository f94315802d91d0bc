using System.Diagnostics;
using Xunit.Abstractions;

namespace PromptLab.Data.Tests.Databases;

/// <summary>What a screen waits for.</summary>
internal static class Quickness
{
    private const int Tries = 3;

    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>As the machine has other things to do, it is tried until it is quick: a query that is slow by itself never is.</summary>
    public static async Task ShouldBeQuickAsync(string name, Func<Task> query, ITestOutputHelper output)
    {
        var begun = Stopwatch.GetTimestamp();
        var best = TimeSpan.MaxValue;
        for (var tried = 0; tried < Tries || (best >= Quick && Stopwatch.GetElapsedTime(begun) < Patience); tried++)
        {
            var started = Stopwatch.GetTimestamp();
            await query();
            best = Stopwatch.GetElapsedTime(started) is var took && took < best ? took : best;
        }

        output.WriteLine($"{name}: {best.TotalMilliseconds:0.00} ms");
        best.ShouldBeLessThan(Quick, name);
    }
}
