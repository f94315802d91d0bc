namespace PromptLab.Workflows.Evaluators;

/// <summary>What one evaluator says of one output.</summary>
/// <param name="Passed">Null when it could not be carried out.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Detail">A sentence for the person.</param>
public sealed record CheckResult(string Name, string Kind, bool? Passed, double Score, string Detail)
{
    /// <summary>Of a judge: provider, model, and the prompt with its version and hash; null otherwise.</summary>
    public string? Judge { get; init; }

    internal static CheckResult Of(Evaluator evaluator, Finding finding) =>
        new(evaluator.Name, evaluator.Kind, finding.Passed, finding.Passed == true ? 1 : 0, finding.Detail);

    /// <summary>A check that could not be carried out.</summary>
    public static CheckResult Error(Evaluator evaluator, string detail) => new(evaluator.Name, evaluator.Kind, null, 0, detail);
}
