using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Alerts;

namespace PromptLab.Plugins.Alerts;

/// <summary>What a check found, as an answer shows it and as an alert tells it.</summary>
/// <param name="Title">Without names, because it is shown in lists and bubbles.</param>
/// <param name="Remarks">Sentences in Markdown, names escaped.</param>
internal sealed record CheckReport(string Title, IReadOnlyList<string> Remarks, IReadOnlyList<AlertFact> Facts, AnswerTable Table);
