namespace PromptLab.Workflows.PausedPartners;

/// <summary>An offer that the partner earned with and that takes no traffic any more.</summary>
/// <param name="Status"><c>paused</c> or <c>deleted</c>.</param>
/// <param name="ChangedOn">The day of the offer's last change, when Everflow tells it.</param>
public sealed record StoppedOffer(int Id, string Name, string Status, DateOnly? ChangedOn);
