namespace PromptLab.Simulator.Advertisers;

internal sealed record Advertiser(int Id, string Name, int ManagerId, IReadOnlyList<string> Labels);
