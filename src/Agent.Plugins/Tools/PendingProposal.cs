using System.Text.Json.Nodes;

namespace PromptLab.Plugins.Tools;

/// <summary>A write that waits for a person's yes. Nothing has been changed; whoever runs the tool stores it as a pending action.</summary>
/// <param name="Id">The pending action's id.</param>
/// <param name="Owner">Who asked for it.</param>
/// <param name="Request">The exact resolved request.</param>
/// <param name="Subject">What it is about; a newer proposal on the same subject in the same conversation replaces this one.</param>
/// <param name="Payload">JSON of the workflow's own request.</param>
/// <param name="Digest">SHA-256 of the state that the person is shown; the action is not carried out when it has changed.</param>
/// <param name="Title">For example <c>Approve Premium Traffic Partners (12345) on Holiday Special (1002)</c>. Plain text.</param>
/// <param name="Text">Markdown: what will happen, and until when it can be confirmed.</param>
/// <param name="Summary">The same in a sentence for the card, plain text.</param>
/// <param name="Facts">What the person should look at, label and value; plain text.</param>
/// <param name="Effects">What a yes does, step by step; plain text.</param>
public sealed record PendingProposal(
    Guid Id,
    string Owner,
    ResolvedRequest Request,
    string Subject,
    string Payload,
    string Digest,
    string Title,
    string Text,
    string Summary,
    IReadOnlyList<KeyValuePair<string, string>> Facts,
    IReadOnlyList<string> Effects,
    int? PartnerId,
    int? OfferId,
    DateTimeOffset ExpiresAt)
{
    /// <summary>A <c>confirmation</c> card, as long as nobody has decided.</summary>
    public Card ToCard() => new("confirmation", new JsonObject
    {
        ["id"] = Id,
        ["tool"] = Request.Tool,
        ["title"] = Title,
        ["text"] = Summary,
        ["facts"] = new JsonArray([.. Facts.Select(fact => new JsonObject { ["label"] = fact.Key, ["value"] = fact.Value })]),
        ["effects"] = new JsonArray([.. Effects.Select(effect => JsonValue.Create(effect))]),
        ["requested_by"] = Owner,
        ["expires_at"] = ExpiresAt,
        ["status"] = "pending",
    });
}
