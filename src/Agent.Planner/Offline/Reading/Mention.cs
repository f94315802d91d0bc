using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>An offer, partner or landing page as it was named: by id, by a name of the catalogue, or by words behind "partner".</summary>
/// <param name="Id">Set when it was named by a number.</param>
/// <param name="Kinds">What it may be, the likeliest first.</param>
/// <param name="Role">What the words around it say it is.</param>
/// <param name="IsWeak">Ordinary words or a bare number: a name only where one is expected.</param>
/// <param name="IsFuzzy">It resembles a name; good enough where a name is needed.</param>
internal sealed record Mention(int At, int End, string Text, int? Id, IReadOnlyList<EntityKind> Kinds, EntityKind? Role, bool IsWeak, bool IsFuzzy = false)
{
    /// <summary>Nothing but its place in the sentence says that it is a name.</summary>
    public bool IsLoose => IsWeak && Role is null;

    public bool MayBe(EntityKind kind) => Role is { } role ? role == kind : Kinds.Contains(kind);
}
