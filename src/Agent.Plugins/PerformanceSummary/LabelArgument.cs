using System.Collections.Frozen;
using PromptLab.Plugins.Arguments;

namespace PromptLab.Plugins.PerformanceSummary;

/// <summary>
/// Reads which label a summary is limited to. Doing without one takes the person's own words in this turn: a model alone
/// cannot widen a summary to what the house does not own.
/// </summary>
internal static class LabelArgument
{
    public const string WithoutLabel = "performance summary without the label filter";
    private const string Argument = "label";

    private static readonly FrozenSet<string> None = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "none", "no", "all", "any", "*", "without", "no label", "no filter", "off", "unfiltered", "false");

    private static readonly string[] Consent =
        ["label", "filter", "unfiltered", "without", "everything", "all advertisers", "every advertiser", "external", "yes", "ok", "sure", "ja", "oui", "sí", "si"];

    /// <summary>The label, or null for no filter; what was asked about does not matter, because the request is not completed then.</summary>
    public static string? Read(RequestDraft draft, string usual)
    {
        var text = draft.Given.Text(Argument);
        if (text is null)
        {
            draft.Show(Argument, "Label", $"label {usual}", isDefault: true);
            return usual;
        }

        return None.Contains(text) ? Without(draft, usual) : Named(draft, text);
    }

    private static string? Without(RequestDraft draft, string usual)
    {
        if (!draft.Context.IsPersonal && !Agrees(draft.Context.Message))
        {
            draft.Ask(
                Argument,
                $"Without the label {usual} the summary covers all advertisers of the network. Is that what you want?",
                [new("Yes, all advertisers", WithoutLabel), new($"No, only {usual}", "performance summary")]);
            return null;
        }

        draft.Settle(Argument, "none");
        draft.Show(Argument, "Label", "all advertisers, no label filter");
        return null;
    }

    private static string Named(RequestDraft draft, string label)
    {
        draft.Settle(Argument, label);
        draft.Show(Argument, "Label", $"label {label}");
        return label;
    }

    private static bool Agrees(string message) => Consent.Any(word => Holds(message, word));

    private static bool Holds(string message, string word)
    {
        var at = message.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(message[at - 1])) && (at + word.Length == message.Length || !char.IsLetter(message[at + word.Length]));
    }
}
