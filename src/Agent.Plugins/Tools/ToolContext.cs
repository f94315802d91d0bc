using PromptLab.Everflow;

namespace PromptLab.Plugins.Tools;

/// <summary>On whose behalf a tool runs, and where its progress goes.</summary>
/// <param name="Owner">The user's id; every stored row carries it.</param>
/// <param name="Message">The user's own words of this turn.</param>
/// <param name="Progress">Receives progress of long work and waits for quota; never null, may be a no-op.</param>
public sealed record ToolContext(string Owner, Guid ConversationId, Guid TurnId, string Message, IProgress<ToolProgress> Progress)
{
    /// <summary>True when the arguments are the person's own, not what a model made of a message.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>How urgent its calls to Everflow are.</summary>
    public EverflowPriority Priority { get; init; } = EverflowPriority.Interactive;
}
