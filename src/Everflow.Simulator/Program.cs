using System.Runtime.InteropServices;
using PromptLab.Simulator;

// dotnet run --project src/Everflow.Simulator -- --port 9200 --seed 2024 --key demo
var options = new ConfigurationBuilder()
    .AddCommandLine(args, new Dictionary<string, string> { ["--key"] = nameof(SimulatorOptions.ApiKey), ["--zone"] = nameof(SimulatorOptions.TimeZone) })
    .Build()
    .Get<SimulatorOptions>() ?? new SimulatorOptions();

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await using var server = await SimulatorServer.StartAsync(options, stop.Token);
Console.WriteLine($"Everflow simulator (demo data, seed {options.Seed}) on {server.BaseAddress}, header X-Eflow-API-Key: {options.ApiKey}");
await Task.Delay(Timeout.InfiniteTimeSpan, options.WallClock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
