using System.Globalization;
using System.Text.RegularExpressions;
using PromptLab.Data.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>
/// The words behind a button that decides on one of several pending actions: <c>confirm 3fa91c2e</c>, <c>cancel 3fa91c2e</c>,
/// <c>cancel all</c>. They are read by code, as a plain yes is.
/// </summary>
internal sealed partial record ConfirmationChoice(bool IsConfirmed, string Reference)
{
    public const string All = "all";
    private const int Length = 8;

    public static ConfirmationChoice? Read(string message)
    {
        var match = Words().Match(message);
        if (!match.Success)
        {
            return null;
        }

        var choice = new ConfirmationChoice(match.Groups[1].ValueSpan.Equals("confirm", StringComparison.OrdinalIgnoreCase), match.Groups[2].Value.ToLowerInvariant());
        return choice is { IsConfirmed: true, Reference: All } ? null : choice;
    }

    public static ToolChoice Confirm(PendingActionRow action) => new($"Confirm: {ConfirmationCard.Title(action)}", $"confirm {ReferenceOf(action)}");

    public static ToolChoice Cancel(PendingActionRow action) => new($"Cancel: {ConfirmationCard.Title(action)}", $"cancel {ReferenceOf(action)}");

    public bool Means(PendingActionRow action) => Reference == All || Reference == ReferenceOf(action);

    private static string ReferenceOf(PendingActionRow action) => action.Id.ToString("N", CultureInfo.InvariantCulture)[^Length..];

    [GeneratedRegex(@"^\s*(confirm|cancel)\s+([0-9a-f]{8}|all)\s*[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
