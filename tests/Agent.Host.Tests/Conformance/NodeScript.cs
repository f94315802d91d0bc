using System.Diagnostics;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>JavaScript of this repository, run with Node.js.</summary>
internal static class NodeScript
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } = FindRoot(new DirectoryInfo(AppContext.BaseDirectory));

    /// <param name="folder">Where it runs, below <see cref="Root"/>.</param>
    /// <param name="key">An API key that the script may use; null for none.</param>
    /// <returns>What it printed; a script that fails fails the test.</returns>
    public static async Task<string> RunAsync(string folder, IEnumerable<string> arguments, string input = "", string? key = null)
    {
        var start = new ProcessStartInfo(NodeFactAttribute.Executable, arguments)
        {
            WorkingDirectory = Path.Combine(Root, folder),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PROMPTLAB_API_KEY"] = key },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await WaitAsync(process);
        process.ExitCode.ShouldBe(0, $"{await output}\n{await errors}");
        return await output;
    }

    private static async Task WaitAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Longest, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The script did not end within {Longest}.");
        }
    }

    private static string FindRoot(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("The tests run outside the repository: PromptLab.sln is not above them."),
        _ when File.Exists(Path.Combine(folder.FullName, "PromptLab.sln")) => folder.FullName,
        _ => FindRoot(folder.Parent),
    };
}
