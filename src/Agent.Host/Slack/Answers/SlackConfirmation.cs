using System.Text.Json;
using PromptLab.Data.PendingActions;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Slack.Answers;

/// <summary>A pending action: what a yes does and its buttons, which give way to what happened wherever it was decided.</summary>
internal static class SlackConfirmation
{
    private const int LongestName = 200;

    /// <param name="action">As it is now; null shows it as it was asked.</param>
    /// <param name="withReply">Whether what came of it is told here.</param>
    public static void Write(JsonElement card, PendingActionRow? action, bool withReply, SlackBlocks blocks)
    {
        var status = action?.Status ?? PendingActionStatus.Pending;
        blocks.Section($"*{SlackText.Escape(card.GetProperty("title").GetString()!, LongestName)}*");
        if (status == PendingActionStatus.Pending)
        {
            blocks.Section(string.Join('\n', Texts(card, "effects").Select(effect => $"• {SlackText.Escape(effect, SlackBlocks.LongestText)}")));
            var id = card.GetProperty("id").GetString()!;
            blocks.Buttons([(SlackButtons.Confirm, "Confirm", id, "primary"), (SlackButtons.Cancel, "Cancel", id, null)]);
            return;
        }

        blocks.Context(End(status, Who(action!)));
        if (withReply && action!.Reply is { } reply)
        {
            SlackMarkdown.Write(reply, blocks);
        }
    }

    private static string End(string status, string who) => status switch
    {
        PendingActionStatus.Executing => $":hourglass_flowing_sand: Confirmed{who}; it is being carried out.",
        PendingActionStatus.Done => $":white_check_mark: Confirmed{who} and done.",
        PendingActionStatus.Failed => $":x: Confirmed{who}, but it could not be carried out.",
        PendingActionStatus.Cancelled => $":no_entry_sign: Cancelled{who}. Nothing was changed.",
        PendingActionStatus.Expired => ":hourglass: Nobody confirmed in time. Nothing was changed; ask again to get a new confirmation.",
        _ => ":arrows_counterclockwise: A newer proposal took its place. Nothing was changed.",
    };

    /// <summary>Somebody of Slack by their name there; an edited message notifies nobody.</summary>
    private static string Who(PendingActionRow action) => action.DecidedBy switch
    {
        null => "",
        var owner when owner.Split(':') is ["slack", _, var user] => $" by <@{user}>",
        var owner => $" by {SlackText.Escape(owner, LongestName)}",
    };

    private static IEnumerable<string> Texts(JsonElement card, string name) =>
        card.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().Select(item => item.GetString()!) : [];
}
