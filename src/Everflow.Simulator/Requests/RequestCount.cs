namespace PromptLab.Simulator.Requests;

public sealed record RequestCount(string Method, string Path, int Count);
