namespace PromptLab.Host.Demo;

/// <summary>Section <c>Demo</c>: the simulated network that stands in until a real one is configured.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Null runs the simulator when <c>Everflow:ApiKey</c> is not set.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Port of the simulator; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The same seed gives the same network.</summary>
    public int Seed { get; set; } = 2024;
}
