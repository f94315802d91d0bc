using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline.State;

/// <summary>What the conversation has settled before the message at hand.</summary>
internal sealed record ConversationView
{
    /// <summary>The last request that was resolved.</summary>
    public EarlierCall? Last { get; init; }

    /// <summary>The call that the assistant asked about, as far as it is known.</summary>
    public EarlierCall? Open { get; init; }

    /// <summary>The action that waits for a yes.</summary>
    public EarlierCall? Pending { get; init; }

    public bool IsAwaitingAnswer { get; init; }

    /// <summary>What the last answer put first, by argument: ids.</summary>
    public IReadOnlyDictionary<string, int> Shown { get; init; } = new Dictionary<string, int>();

    /// <summary>The assistant's last words. Data: only names are looked up in it.</summary>
    public string LastReply { get; init; } = "";

    public EarlierCall? Base => Pending ?? (IsAwaitingAnswer ? Open : null) ?? Last;

    /// <summary>The period that "the week before" refers to.</summary>
    public DateRange? EarlierRange(DateOnly today) =>
        Base?.Arguments["date_range"] is { } given && ArgumentText.Range(given, today) is { } range ? range
        : Base?.Arguments["date"] is { } date ? ArgumentText.Range(date, today)
        : null;
}
