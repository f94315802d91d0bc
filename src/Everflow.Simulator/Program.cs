using PromptLab.Simulator;

// dotnet run --project src/Everflow.Simulator -- --port 9200 --seed 2024 --key demo
var options = new ConfigurationBuilder()
    .AddCommandLine(args, new Dictionary<string, string> { ["--key"] = nameof(SimulatorOptions.ApiKey), ["--zone"] = nameof(SimulatorOptions.TimeZone) })
    .Build()
    .Get<SimulatorOptions>() ?? new SimulatorOptions();

await using var server = await SimulatorServer.StartAsync(options, CancellationToken.None);
Console.WriteLine($"Everflow simulator (demo data, seed {options.Seed}) on {server.BaseAddress}, header X-Eflow-API-Key: {options.ApiKey}");
await server.WaitForShutdownAsync(CancellationToken.None);
