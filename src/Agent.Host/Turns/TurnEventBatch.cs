using PromptLab.Planner.Turns;

namespace PromptLab.Host.Turns;

/// <summary>Events that go out together.</summary>
/// <param name="IdPrefix">Stands before each event's sequence in its id.</param>
internal readonly record struct TurnEventBatch(string IdPrefix, IReadOnlyList<TurnEvent> Events);
