using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Names;

/// <summary>Words of a message that may name an entity of the network.</summary>
/// <param name="At">Index of the first word.</param>
/// <param name="End">Index behind the last word.</param>
/// <param name="Kinds">What they may be, the likeliest first.</param>
/// <param name="IsComplete">They are all words of a name.</param>
/// <param name="IsWeak">Ordinary words, which need a word like "offer" beside them to be a name.</param>
/// <param name="IsFuzzy">One word that only resembles a word of a name.</param>
internal sealed record NameHint(int At, int End, IReadOnlyList<EntityKind> Kinds, double Score, bool IsComplete, bool IsWeak, bool IsFuzzy);
