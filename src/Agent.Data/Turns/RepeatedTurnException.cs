namespace PromptLab.Data.Turns;

/// <summary>Rolls back the unit of a turn whose idempotency key another node has stored since the unit looked.</summary>
internal sealed class RepeatedTurnException : Exception;
