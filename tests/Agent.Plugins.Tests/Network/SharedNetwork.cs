namespace PromptLab.Plugins.Tests.Network;

/// <summary>Tests that share one simulated network.</summary>
[CollectionDefinition(Name)]
public sealed class SharedNetwork : ICollectionFixture<SimulatedNetworkFixture>
{
    public const string Name = "simulated network";
}
