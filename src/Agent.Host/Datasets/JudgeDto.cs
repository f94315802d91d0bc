using System.ComponentModel;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Host.Datasets;

/// <summary>Which model judges, and by what.</summary>
public sealed record JudgeDto(
    [property: Description("A configured provider; the default one when it is missing.")] string? Provider = null,
    [property: Description("A model as the provider knows it; its configured one when it is missing.")] string? Model = null,
    [property: Description("What makes an output good, in plain words.")] string? Criteria = null,
    [property: Description("The score, 0 to 1, from which an output passes; 0.5 when it is missing.")] double? PassMark = null)
{
    private const double Half = 0.5;

    internal static JudgeDto Of(JudgeSettings judge) => new(judge.Provider, judge.Model, judge.Criteria, judge.PassMark);

    internal JudgeSettings ToSettings() => new(Given(Provider), Given(Model), Criteria?.Trim() ?? "", PassMark ?? Half);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
