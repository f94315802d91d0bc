using System.Text.Json.Nodes;
using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Turns;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Alerts;

/// <summary>
/// "Acknowledge alert 3", "snooze it until Monday". Read before anything else, because the same words over other things are changes
/// of the network, which are refused.
/// </summary>
internal static class AlertCommands
{
    public const string Tool = "update_alert";
    private const string Alert = "alert";
    private const string Action = "action";
    private const string Until = "until";
    private const string Snooze = "snooze";
    private const int LongestAnswer = 8;

    /// <summary>Null when the message is about something else.</summary>
    public static Decision.Call? Read(string text, ConversationView view)
    {
        var phrase = AlertPhrase.Read(text);
        return view is { IsAwaitingAnswer: true, Open: { Tool: Tool } open } && Answer(text, phrase, open) is { } answer ? answer : Command(phrase, view);
    }

    private static Decision.Call? Command(AlertPhrase phrase, ConversationView view)
    {
        var shown = view.Shown.TryGetValue(Alert, out var id) ? id : (int?)null;
        if (phrase.IsEvery || Named(phrase, view) is not { } action || (phrase.Rest is not null && action != Snooze && phrase.Number is null))
        {
            return null;
        }

        var isAboutAlert = phrase.NamesAlert || ((phrase.IsOutright || shown is not null) && (phrase.Rest is null || (action == Snooze && LaterPhrases.Begins(phrase.Rest))));
        return isAboutAlert ? Call(action, phrase.Number ?? shown, action == Snooze ? phrase.Rest : null) : null;
    }

    /// <summary>The command; "and alert 5" goes on with the one before.</summary>
    private static string? Named(AlertPhrase phrase, ConversationView view) =>
        phrase.Action
        ?? (phrase is { NamesAlert: true, Number: not null, Rest: null } && view.Last is { Tool: Tool } last ? (string?)last.Args[Action] : null);

    /// <summary>What was asked for: the time, the number, or what to do.</summary>
    private static Decision.Call? Answer(string text, AlertPhrase phrase, SettledCall open)
    {
        var action = phrase.Action ?? (string?)open.Args[Action];
        var number = (int?)open.Args[Alert];
        if (action is null || phrase.IsEvery || WordReader.Read(text).Count > LongestAnswer || ConfirmationWords.Read(text) != Confirmation.Neither)
        {
            return null;
        }

        if (phrase.NamesAlert || (phrase is { Number: not null, Rest: null } && (action != Snooze || open.Args.ContainsKey(Until))))
        {
            return Call(action, phrase.Number ?? number, (string?)open.Args[Until] ?? phrase.Rest);
        }

        return action == Snooze && phrase.Action is null ? Call(action, number, text)
            : phrase is { Action: not null, Rest: null } ? Call(action, number, null)
            : null;
    }

    private static Decision.Call Call(string action, int? number, string? until)
    {
        var arguments = new JsonObject { [Action] = action };
        if (number is { } alert)
        {
            arguments[Alert] = alert;
        }

        if (until is not null)
        {
            arguments[Until] = until;
        }

        return new Decision.Call(Tool, arguments);
    }
}
