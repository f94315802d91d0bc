namespace PromptLab.Simulator.Tests.Api;

/// <summary>One server for all tests that change nothing.</summary>
[CollectionDefinition(Name)]
public sealed class ReadOnlyNetwork : ICollectionFixture<SimulatorFixture>
{
    public const string Name = "read-only network";
}
