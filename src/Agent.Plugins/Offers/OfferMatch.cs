namespace PromptLab.Plugins.Offers;

/// <param name="Status">Active, paused, pending, deleted or unknown.</param>
/// <param name="Visibility">Public, requires approval, private or unknown.</param>
public sealed record OfferMatch(int Id, string Name, string Status, string Visibility);
