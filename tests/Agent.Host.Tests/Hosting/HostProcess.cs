using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The service as a process of its own, to be killed.</summary>
public sealed partial class HostProcess : IDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<HostProcess> StartAsync(string data, IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Program(), "run", "--port", "0", "--data", data, .. settings])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return new HostProcess(process, new Uri(match.Value));
            }
        }

        throw new InvalidOperationException($"The service ended with {process.ExitCode} before it answered.");
    }

    /// <summary>
    /// The most memory it ever had in use, in bytes, as Linux counts it, but for pages of files (the assemblies): those are the
    /// system's, shared with other processes.
    /// </summary>
    public long PeakMemory() => Memory("VmHWM:") - Memory("RssFile:");

    /// <summary>The most memory it ever had in use, pages of files included.</summary>
    public long PeakResident() => Memory("VmHWM:");

    /// <summary>What it wrote since it answered; after it was killed.</summary>
    public Task<string> ReadLogAsync() => _process.StandardOutput.ReadToEndAsync();

    /// <summary>Ends the process as a power cut would: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private long Memory(string entry) => 1024 * long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(entry, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The program as it is shipped: the copy beside the tests may be instrumented, and two processes would share its counters.</summary>
    private static string Program()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = framework.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "src", "Agent.Host", "bin", framework.Parent.Name, framework.Name, "Agent.Host.dll");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
