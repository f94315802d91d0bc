using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PromptLab.Benchmarks;

// In one process, because a build per benchmark takes longer than measuring it; set-up methods are not awaited there and so
// block. Without a filter everything is run.
var job = Job.Default
    .WithToolchain(InProcessEmitToolchain.Instance)
    .WithLaunchCount(1)
    .WithWarmupCount(6)
    .WithIterationCount(10);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.P95)
    .WithOptions(ConfigOptions.DisableLogFile);
string[] everything = ["--filter", "*"];
BenchmarkSwitcher.FromAssembly(typeof(BenchmarkHost).Assembly).Run(args.Length == 0 ? everything : args, config);
