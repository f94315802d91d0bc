namespace PromptLab.Planner.Offline.Intents;

/// <summary>A tool that the words of a message ask for, and how clearly.</summary>
internal readonly record struct Intent(string Tool, int Weight);
