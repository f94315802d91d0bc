using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The service as a process of its own, to be killed. What it wrote is part of a failure to reach it.</summary>
public sealed partial class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, read) => Keep(read.Data);
        _process.ErrorDataReceived += (_, read) => Keep(read.Data);
        _process.Exited += (_, _) => _answered.TrySetException(new InvalidOperationException("The service ended before it answered."));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it has written so far; all of it after it was killed.</summary>
    public string Log => string.Join('\n', _lines);

    public static async Task<HostProcess> StartAsync(string data, IEnumerable<string> settings)
    {
        var host = new HostProcess(new("dotnet", [Program(), "run", "--port", "0", "--data", data, .. HostFixture.Patient, .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        try
        {
            host.Client = new HttpClient(new ProcessHandler(host)) { BaseAddress = await host._answered.Task.WaitAsync(Patience.Longest), Timeout = Patience.Longest };
            return host;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            await host.KillAsync();
            throw new InvalidOperationException($"The service did not start; it ended with {host._process.ExitCode} and wrote:\n{host.Log}", exception);
        }
    }

    /// <summary>
    /// The most memory it ever had in use, in bytes, as Linux counts it, but for pages of files (the assemblies): those are the
    /// system's, shared with other processes.
    /// </summary>
    public long PeakMemory() => Memory("VmHWM:") - Memory("RssFile:");

    /// <summary>The most memory it ever had in use, pages of files included.</summary>
    public long PeakResident() => Memory("VmHWM:");

    /// <summary>Ends the process as a power cut would: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        Client?.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Address().Match(line) is { Success: true } match)
        {
            _answered.TrySetResult(new Uri(match.Value));
        }
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

    /// <summary>Adds to a failure what the process wrote at the end.</summary>
    private sealed class ProcessHandler(HostProcess host) : DelegatingHandler(new SocketsHttpHandler())
    {
        private const int Told = 60;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException exception)
            {
                throw new HttpRequestException(
                    exception.HttpRequestError, $"{exception.Message} The last that the service wrote:\n{string.Join('\n', host._lines.TakeLast(Told))}", exception, exception.StatusCode);
            }
        }
    }
}
