namespace PromptLab.Simulator.Partners;

/// <param name="Weight">Size against the other partners; planted ones have 0 and only their scripted traffic.</param>
internal sealed record Partner(int Id, string Name, PartnerStatus Status, int ManagerId, IReadOnlyList<string> Labels, double Weight, DateOnly Created);
