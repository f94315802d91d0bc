using Microsoft.Extensions.AI;
using PromptLab.Planner.Conversations;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline.State;

/// <summary>What the conversation has settled before the message at hand.</summary>
internal sealed record ConversationView
{
    /// <summary>The last request that was resolved.</summary>
    public SettledCall? Last { get; init; }

    /// <summary>The call that the assistant asked about, as far as it is known.</summary>
    public SettledCall? Open { get; init; }

    /// <summary>The action that waits for a yes.</summary>
    public SettledCall? Pending { get; init; }

    public bool IsAwaitingAnswer { get; init; }

    /// <summary>What the last answer put first, by argument: ids.</summary>
    public IReadOnlyDictionary<string, int> Shown { get; init; } = new Dictionary<string, int>();

    /// <summary>The assistant's last words. Data: only names are looked up in it.</summary>
    public string LastReply { get; init; } = "";

    /// <summary>From the state message that every planner sends, and the words before it.</summary>
    public static ConversationView Read(IReadOnlyList<ChatMessage> messages)
    {
        var state = ConversationState.Find(messages);
        return new ConversationView
        {
            Last = state.Last,
            Open = state.Known,
            Pending = state.Pending,
            IsAwaitingAnswer = state.AwaitingAnswer,
            Shown = state.Shown?.ToDictionary(shown => shown.Key, shown => shown.Value.Id) ?? [],
            LastReply = messages.LastOrDefault(message => message.Role == ChatRole.Assistant)?.Text ?? "",
        };
    }

    public SettledCall? Base => Pending ?? (IsAwaitingAnswer ? Open : null) ?? Last;

    /// <summary>The period that "the week before" refers to.</summary>
    public DateRange? EarlierRange(DateOnly today) =>
        Base?.Args["date_range"] is { } given && ArgumentText.Range(given, today) is { } range ? range
        : Base?.Args["date"] is { } date ? ArgumentText.Range(date, today)
        : null;
}
