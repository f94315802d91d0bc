using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Host.Datasets;

/// <summary>One thing that an output is checked for.</summary>
public sealed record EvaluatorDto(
    [property: Description("Unique within the dataset; the kind when it is missing.")] string? Name,
    [property: Description("exact, contains, regex, json_schema, numeric or judge")] string? Kind,
    [property: Description("The expected text for every row; null takes each row's own.")] JsonElement? Value = null,
    bool? IgnoreCase = null,
    [property: Description("Of numeric: a number such as 0.5, or a percentage such as \"5%\".")] JsonElement? Tolerance = null,
    [property: Description("Of json_schema.")] JsonElement? Schema = null,
    JudgeDto? Judge = null,
    [property: Description("How much it counts in a row's score; 1 when it is missing.")] double? Weight = null,
    [property: Description("Whether a row passes only if this passes; true when it is missing.")] bool? Required = null)
{
    internal static EvaluatorDto Of(Evaluator evaluator) => new(
        evaluator.Name, evaluator.Kind, evaluator.Value is { } value ? JsonSerializer.SerializeToElement(value) : null, evaluator.IgnoreCase,
        Number(evaluator.Tolerance), evaluator.Schema, evaluator.Judge is { } judge ? JudgeDto.Of(judge) : null, evaluator.Weight, evaluator.Required);

    internal Evaluator ToEvaluator() => new(string.IsNullOrWhiteSpace(Name) ? Kind ?? "" : Name.Trim(), Kind ?? "")
    {
        Value = VariableText.Of(Value),
        IgnoreCase = IgnoreCase ?? false,
        Tolerance = VariableText.Of(Tolerance)?.Trim() is { Length: > 0 } tolerance ? tolerance : null,
        Schema = Schema is { ValueKind: not JsonValueKind.Null } schema ? schema : null,
        Judge = Judge?.ToSettings(),
        Weight = Weight ?? 1,
        Required = Required ?? true,
    };

    private static JsonElement? Number(string? tolerance) =>
        tolerance is null ? null
        : decimal.TryParse(tolerance, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonSerializer.SerializeToElement(number)
        : JsonSerializer.SerializeToElement(tolerance);
}
