using PromptLab.Planner.Confirmations;

namespace PromptLab.Planner.PendingActions;

/// <summary>A plain yes or no, or the words behind a button that decides: it counts once, for what waited when it was said.</summary>
public static class DecidingMessage
{
    public static bool Is(string message) =>
        ConfirmationChoice.Read(message) is not null || ConfirmationWords.Read(message) != Confirmation.Neither;
}
