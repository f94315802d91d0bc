namespace PromptLab.Planner.Offline.Refusals;

/// <summary>Why something is not done; the first column of <c>refusals.txt</c>.</summary>
internal enum RefusalTopic
{
    Secret,
    Prompt,
    Override,
    Write,
    Schedule,
    Competitor,
    Message,
    Forecast,
    Unrelated,
}
