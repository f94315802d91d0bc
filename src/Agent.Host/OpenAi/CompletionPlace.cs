using PromptLab.Data.Turns;

namespace PromptLab.Host.OpenAi;

/// <summary>Where a question belongs.</summary>
internal abstract record CompletionPlace
{
    private CompletionPlace()
    {
    }

    /// <summary>It was asked before, and that turn's answer is the answer.</summary>
    public sealed record Answered(TurnRow Turn) : CompletionPlace;

    /// <param name="Conversation">Null for a new one.</param>
    /// <param name="Replaces">The turn whose place it takes, because the client asked again or changed the question; null for none.</param>
    public sealed record At(Guid? Conversation, Guid? Replaces) : CompletionPlace;
}
