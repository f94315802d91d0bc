namespace PromptLab.Data.Turns;

/// <summary>Rolls back the unit of a turn that was to replace one which is no longer its conversation's last.</summary>
internal sealed class TurnNotLastException : Exception;
