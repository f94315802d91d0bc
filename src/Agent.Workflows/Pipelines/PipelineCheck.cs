using PromptLab.Workflows.Templates;
using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Everything at once that is wrong with a draft, or may be.</summary>
internal static class PipelineCheck
{
    private const int LongestName = 120;
    private const int LongestDescription = 2_000;
    private const int MostTags = 20;
    private const int LongestTag = 40;
    private const int MostSteps = 50;

    /// <summary>Its steps are not worth a look before it is shorter: their templates would be read one by one.</summary>
    public static bool HasTooManySteps(PipelineDraft draft) => draft.Definition.Steps.Count > MostSteps;

    /// <summary>What is wrong whatever the steps are.</summary>
    public static PipelineFindings OfHeading(PipelineDraft draft) => new([.. Heading(draft).Distinct()], []);

    /// <param name="templates">Of the steps, in their order.</param>
    public static PipelineFindings Of(PipelineDraft draft, IReadOnlyList<StepTemplate?> templates, PipelineSurroundings surroundings)
    {
        var definition = draft.Definition;
        var bodies = templates.Select(template => (template as StepTemplate.Found)?.Version.Body).ToList();
        var order = PipelineOrder.Of(definition, bodies);
        PipelineProblem[] problems =
        [
            .. Heading(draft),
            .. TemplateCheck.Inputs(definition.Inputs).Select(problem => Wrong(problem.Field, problem.Text)),
            .. definition.Steps.SelectMany((step, index) => Step(step, index, templates[index], definition, surroundings)),
            .. SharingCheck.Problems(draft.Sharing, templates),
            .. StepNameCheck.Problems(definition),
            .. VariableCheck.Problems(definition, bodies),
            .. order.Circles().Select(circle => Circle(circle, definition.Steps)),
            .. Output(definition),
        ];
        return new([.. problems.Distinct()], order.Layers());
    }

    private static IEnumerable<PipelineProblem> Heading(PipelineDraft draft) =>
    [
        .. Check(draft.Name.Length is > 0 and <= LongestName && !draft.Name.Any(char.IsControl), "name", $"A name has 1 to {LongestName} characters on one line."),
        .. Check(draft.Description.Length <= LongestDescription, "description", $"A description has at most {LongestDescription} characters."),
        .. Check(draft.Tags.Count <= MostTags, "tags", $"A pipeline has at most {MostTags} tags."),
        .. Check(draft.Tags.All(tag => tag.Length is > 0 and <= LongestTag), "tags", $"A tag has 1 to {LongestTag} characters."),
        .. Check(draft.Definition.Steps.Count is > 0 and <= MostSteps, "steps", $"A pipeline has 1 to {MostSteps} steps."),
    ];

    private static IEnumerable<PipelineProblem> Step(
        PipelineStep step, int index, StepTemplate? template, PipelineDefinition definition, PipelineSurroundings surroundings)
    {
        var problems = step.Kind switch
        {
            PipelineStepKind.Template => TemplateStepCheck.Problems(step, template, definition, surroundings.Providers),
            PipelineStepKind.Tool => ToolStepCheck.Problems(step, surroundings.Tools),
            _ => [Wrong("kind", $"“{step.Kind}” is no kind of step: use {string.Join(" or ", PipelineStepKind.All)}.")],
        };
        return problems.Concat(ConditionCheck.Problems(step.When)).Select(problem => problem with { Field = $"steps[{index}].{problem.Field}" });
    }

    private static PipelineProblem Circle(IReadOnlyList<int> circle, IReadOnlyList<PipelineStep> steps)
    {
        var names = string.Join(" → ", circle.Append(circle[0]).Select(place => steps[place].Name));
        return Wrong($"steps[{circle.Min()}]", circle.Count == 1
            ? $"The step {steps[circle[0]].Name} waits for itself: it must not use its own output."
            : $"These steps wait for each other, so none of them can run: {names}.");
    }

    private static IEnumerable<PipelineProblem> Output(PipelineDefinition definition) =>
        definition.Output is { } output && definition.Steps.All(step => step.Output != output)
            ? [Wrong("output", $"No step has the output {output}. Name the output of one of the steps, or none.")]
            : [];

    private static IEnumerable<PipelineProblem> Check(bool holds, string field, string problem) => holds ? [] : [Wrong(field, problem)];
}
