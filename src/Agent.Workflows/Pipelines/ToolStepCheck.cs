using System.Globalization;
using System.Text.Json;
using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A step that calls a workflow tool: one that it may call, with arguments that the tool takes.</summary>
internal static class ToolStepCheck
{
    /// <returns>Fields are within the step.</returns>
    public static IEnumerable<PipelineProblem> Problems(PipelineStep step, IReadOnlyDictionary<string, PipelineTool> tools)
    {
        if (step.Tool is not { Length: > 0 } name)
        {
            return [Wrong("tool", "Choose the workflow tool that the step calls; GET /api/v1/workflows lists them.")];
        }

        if (!tools.TryGetValue(name, out var tool))
        {
            return [Wrong("tool", $"There is no tool {name}; GET /api/v1/workflows lists them.")];
        }

        return tool.Refusal is { } refusal ? [Wrong("tool", refusal)] : Arguments(step, tool);
    }

    private static IEnumerable<PipelineProblem> Arguments(PipelineStep step, PipelineTool tool) =>
    [
        .. TextCheck.Problems("arguments", step.Arguments),
        .. step.Arguments.Keys.Except(tool.Arguments).Select(name => Wrong(
            $"arguments.{name}", $"{tool.Name} has no argument {name}. It takes: {(tool.Arguments.Count == 0 ? "none" : string.Join(", ", tool.Arguments))}.")),
        .. tool.Required.Where(name => string.IsNullOrWhiteSpace(step.Arguments.GetValueOrDefault(name)))
            .Select(name => Wrong($"arguments.{name}", $"{tool.Name} needs a value for {name}.")),
        .. step.Arguments.Where(text => tool.Arguments.Contains(text.Key) && PlaceholderText.Parse(text.Value).Variables.Count == 0)
            .Select(text => (text.Key, Expected: Expectation(tool.Schema.GetProperty("properties").GetProperty(text.Key), text.Value.Trim())))
            .Where(pair => pair.Expected is not null)
            .Select(pair => Wrong($"arguments.{pair.Key}", $"{pair.Key} must be {pair.Expected}.")),
    ];

    /// <summary>Null when the schema takes the text.</summary>
    private static string? Expectation(JsonElement schema, string text)
    {
        if (schema.TryGetProperty("enum", out var values))
        {
            var known = values.EnumerateArray().Select(value => value.ToString()).ToList();
            return known.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : $"one of {string.Join(", ", known)}";
        }

        return schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() switch
        {
            "integer" when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
            "number" when !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number such as 12.5",
            "boolean" when text is not ("true" or "false") => "true or false",
            _ => null,
        } : null;
    }
}
