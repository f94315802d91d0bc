using PromptLab.Simulator;

// dotnet run --project src/Everflow.Simulator -- --port 9200 --seed 2024 --apiKey demo
var options = new ConfigurationBuilder()
    .AddCommandLine(args, new Dictionary<string, string> { ["--key"] = nameof(SimulatorOptions.ApiKey), ["--zone"] = nameof(SimulatorOptions.TimeZone) })
    .Build()
    .Get<SimulatorOptions>() ?? new SimulatorOptions();

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
await using var server = await SimulatorServer.StartAsync(options, stop.Token);
Console.WriteLine($"Everflow simulator (demo data, seed {options.Seed}) on {server.BaseAddress}, header X-Eflow-API-Key: {options.ApiKey}");
await Task.Delay(Timeout.InfiniteTimeSpan, options.Clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
