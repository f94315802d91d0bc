using System.Text.Json;

namespace PromptLab.Host.Chat;

/// <summary>A whole turn as one JSON object.</summary>
/// <param name="Status"><c>completed</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="Outcome"><c>answer</c>, <c>clarify</c>, <c>refuse</c>, <c>help</c>, <c>smalltalk</c>, <c>problem</c>, <c>proposal</c>, <c>confirm_yes</c>, <c>confirm_no</c> or <c>cancelled</c>.</param>
/// <param name="DataSource"><c>demo</c> for the simulated network, otherwise <c>everflow</c>.</param>
/// <param name="Reply">Markdown.</param>
/// <param name="Cards">Objects with <c>kind</c> and <c>data</c>.</param>
/// <param name="Request">How the request was understood: the last state snapshot of the run; null when no tool ran.</param>
/// <param name="PendingAction">What waits for a yes: the data of the confirmation card; null when nothing does.</param>
/// <param name="Error">Why there is no whole answer, or null.</param>
public sealed record ChatReply(
    Guid ConversationId,
    Guid TurnId,
    string Status,
    string Outcome,
    string DataSource,
    string Reply,
    IReadOnlyList<JsonElement> Cards,
    IReadOnlyList<JsonElement> Notices,
    JsonElement? Request,
    JsonElement? PendingAction,
    ChatError? Error);
