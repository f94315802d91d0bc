using System.Text.Json;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Evaluators;

/// <summary>Every reason at once why evaluators cannot be saved.</summary>
public static class EvaluatorCheck
{
    private const int Most = 20;
    private const int LongestName = 60;
    private const int LongestText = 20_000;
    private const double HeaviestWeight = 1_000;

    public static IReadOnlyList<TemplateProblem> Problems(IReadOnlyList<Evaluator> evaluators) =>
    [
        .. Check(evaluators.Count <= Most, "evaluators", $"A dataset has at most {Most} evaluators."),
        .. evaluators.SelectMany((evaluator, index) => Problems(evaluator, $"evaluators[{index}]")),
        .. evaluators.GroupBy(evaluator => evaluator.Name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => new TemplateProblem("evaluators", $"Two evaluators are called {same.Key}. Give each a name of its own.")),
    ];

    private static IEnumerable<TemplateProblem> Problems(Evaluator evaluator, string field) =>
    [
        .. Check(evaluator.Name.Length is > 0 and <= LongestName, $"{field}.name", $"The name of an evaluator has 1 to {LongestName} characters."),
        .. Check(EvaluatorKind.All.Contains(evaluator.Kind), $"{field}.kind", $"There is no evaluator of the kind “{evaluator.Kind}”; there are {string.Join(", ", EvaluatorKind.All)}."),
        .. Check(evaluator.Weight is > 0 and <= HeaviestWeight, $"{field}.weight", $"A weight is a number above 0, up to {HeaviestWeight}."),
        .. Check(evaluator.Value is not { Length: > LongestText }, $"{field}.value", $"A value has at most {LongestText} characters."),
        .. Check(evaluator is not { Kind: EvaluatorKind.Contains, Value: "" }, $"{field}.value", "Every output contains an empty text: give a value, or null for each row's own."),
        .. evaluator is { Kind: EvaluatorKind.Regex, Value: { } pattern } ? Told(RegexCheck.Problem(pattern), $"{field}.value") : [],
        .. evaluator.Kind == EvaluatorKind.Numeric ? Numeric(evaluator, field) : [],
        .. evaluator.Kind == EvaluatorKind.JsonSchema ? Schema(evaluator.Schema, field) : [],
        .. evaluator.Kind == EvaluatorKind.Judge ? Judge(evaluator.Judge, $"{field}.judge") : [],
    ];

    private static IEnumerable<TemplateProblem> Numeric(Evaluator evaluator, string field) =>
    [
        .. Check(evaluator.Value is null || NumberText.Find(evaluator.Value).Count == 1, $"{field}.value", $"“{evaluator.Value}” is not one number. Give a number such as 12.5, or null for each row's own."),
        .. Told(NumericCheck.Problem(evaluator.Tolerance), $"{field}.tolerance"),
    ];

    private static IEnumerable<TemplateProblem> Schema(JsonElement? schema, string field) =>
        schema is not { } given ? [new($"{field}.schema", "Give the JSON schema that the output has to fit.")]
        : given.GetRawText().Length > LongestText ? [new($"{field}.schema", $"A schema has at most {LongestText} characters.")]
        : JsonSchemaSupport.Problems(given).Select(problem => new TemplateProblem($"{field}.schema", problem));

    private static IEnumerable<TemplateProblem> Judge(JudgeSettings? judge, string field) => judge is null
        ? [new(field, "Say by what the model should judge: judge.criteria.")]
        :
        [
            .. Check(!string.IsNullOrWhiteSpace(judge.Criteria) && judge.Criteria.Length <= LongestText, $"{field}.criteria", $"Say in 1 to {LongestText} characters what makes an output good."),
            .. Check(judge.PassMark is >= 0 and <= 1, $"{field}.pass_mark", "A pass mark is a number from 0 to 1."),
        ];

    private static IEnumerable<TemplateProblem> Told(string? problem, string field) => problem is null ? [] : [new(field, problem)];

    private static IEnumerable<TemplateProblem> Check(bool holds, string field, string problem) => holds ? [] : [new(field, problem)];
}
