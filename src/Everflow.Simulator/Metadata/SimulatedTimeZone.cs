namespace PromptLab.Simulator.Metadata;

internal sealed record SimulatedTimeZone(int Id, string Name, string Title);
