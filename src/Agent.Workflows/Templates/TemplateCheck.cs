using PromptLab.Data.Sharing;

namespace PromptLab.Workflows.Templates;

/// <summary>Every reason at once why a draft cannot be saved.</summary>
internal static class TemplateCheck
{
    private const int LongestName = 120;
    private const int LongestDescription = 2_000;
    private const int LongestText = 100_000;
    private const int LongestMessage = 500;
    private const int MostTags = 20;
    private const int LongestTag = 40;
    private const int MostInputs = 50;

    public static IReadOnlyList<TemplateProblem> Problems(TemplateDraft draft) =>
    [
        .. Check(draft.Name.Length is > 0 and <= LongestName && !draft.Name.Any(char.IsControl), "name", $"A name has 1 to {LongestName} characters on one line."),
        .. Check(draft.Description.Length <= LongestDescription, "description", $"A description has at most {LongestDescription} characters."),
        .. Check(draft.Tags.Count <= MostTags, "tags", $"A template has at most {MostTags} tags."),
        .. Check(draft.Tags.All(tag => tag.Length is > 0 and <= LongestTag), "tags", $"A tag has 1 to {LongestTag} characters."),
        .. Check(draft.Sharing is null || SharingScope.All.Contains(draft.Sharing), "sharing", $"sharing is {string.Join(" or ", SharingScope.All)}."),
        .. Check(draft.Message.Length <= LongestMessage, "message", $"A message has at most {LongestMessage} characters."),
        .. Check(!string.IsNullOrWhiteSpace(draft.Body.Content), "content", "The content is empty: write what the model should do."),
        .. Text("content", draft.Body.Content),
        .. Text("system_prompt", draft.Body.SystemPrompt ?? ""),
        .. Inputs(draft.Body.Inputs),
        .. draft.Body.Parameters.Problems(),
    ];

    public static IEnumerable<TemplateProblem> Inputs(IReadOnlyList<TemplateInput> inputs) =>
    [
        .. Check(inputs.Count <= MostInputs, "inputs", $"There are {inputs.Count} inputs; at most {MostInputs} are kept."),
        .. inputs.SelectMany((input, index) => Input(input, $"inputs[{index}]")),
        .. Twice(inputs),
    ];

    private static IEnumerable<TemplateProblem> Text(string field, string text) =>
        text.Length > LongestText
            ? [new(field, $"The text has {text.Length} characters; at most {LongestText} are kept.")]
            : PlaceholderText.Parse(text).Problems.Select(problem => new TemplateProblem(field, problem.Text));

    private static IEnumerable<TemplateProblem> Input(TemplateInput input, string field) =>
    [
        .. Check(PlaceholderText.IsVariableName(input.Name), field, $"“{input.Name}” is no variable name: use letters, digits and _, beginning with a letter."),
        .. Check(TemplateInputType.All.Contains(input.Type), field, $"{input.Name} has the type “{input.Type}”; there are {string.Join(", ", TemplateInputType.All)}."),
        .. Check(input.Type != TemplateInputType.Choice || input.Options.Count > 0, field, $"{input.Name} is a choice: give its options."),
        .. Check(input.Description.Length <= LongestDescription, field, $"The description of {input.Name} has at most {LongestDescription} characters."),
        .. Default(input, field),
    ];

    private static IEnumerable<TemplateProblem> Default(TemplateInput input, string field) =>
        input is { Default: { } value } && TemplateInputType.Expectation(input, value) is { } expected
            ? [new(field, $"The default of {input.Name} must be {expected}.")]
            : [];

    private static IEnumerable<TemplateProblem> Twice(IReadOnlyList<TemplateInput> inputs) =>
        inputs.GroupBy(input => input.Name, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => new TemplateProblem("inputs", $"{same.Key} is declared twice."));

    private static IEnumerable<TemplateProblem> Check(bool holds, string field, string problem) => holds ? [] : [new(field, problem)];
}
