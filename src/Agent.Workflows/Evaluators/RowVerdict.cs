namespace PromptLab.Workflows.Evaluators;

/// <summary>What all evaluators together say of one row's output.</summary>
/// <param name="Passed">Null when a check could not be carried out.</param>
/// <param name="Score">0 to 1: the checks' scores by their weights.</param>
public sealed record RowVerdict(bool? Passed, double Score)
{
    /// <summary>From which score a row passes when none of its evaluators is required.</summary>
    private const double PassMark = 0.5;

    /// <summary>A row passes when every required check passed; when none is required, with a score of at least one half.</summary>
    /// <param name="checks">One for each evaluator, in their order.</param>
    public static RowVerdict Of(IReadOnlyList<Evaluator> evaluators, IReadOnlyList<CheckResult> checks)
    {
        var pairs = evaluators.Zip(checks).ToList();
        var score = pairs.Sum(pair => pair.First.Weight * pair.Second.Score) / pairs.Sum(pair => pair.First.Weight);
        bool? passed = checks.Any(check => check.Passed is null) ? null
            : evaluators.Any(evaluator => evaluator.Required) ? pairs.TrueForAll(pair => !pair.First.Required || pair.Second.Passed == true)
            : score >= PassMark;
        return new(passed, score);
    }
}
