using System.Text.Json;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Tests.Pipelines;

/// <summary>A person with the templates and tools that a test names.</summary>
internal sealed class PipelineScene
{
    private const string NoArguments = """{"type":"object","properties":{}}""";

    private const string Summary =
        """
        {"type":"object","required":["date_range"],"properties":{"date_range":{"type":"string"},"group_by":{"type":"string","enum":["country","offer"]},
         "top_n":{"type":"integer"},"compare":{"type":"boolean"},"share":{"type":"number"}}}
        """;

    private readonly Dictionary<Guid, StepTemplate> _templates = [];

    public PipelineSurroundings Surroundings { get; } = new(
        ["offline", "cloud"],
        new Dictionary<string, PipelineTool>
        {
            ["summary"] = new("summary", JsonElement.Parse(Summary), null),
            ["approve"] = new("approve", JsonElement.Parse(NoArguments), "approve changes the network."),
        });

    public static PipelineDefinition Pipeline(string inputs, params IReadOnlyList<PipelineStep> steps) =>
        new([.. inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Input)], steps, null);

    public static TemplateInput Input(string name) => new(name, TemplateInputType.Text, "", null, IsRequired: true, []);

    public Guid Template(string name, string content, params IReadOnlyList<TemplateInput> inputs)
    {
        var id = Guid.CreateVersion7();
        var template = new Template(id, name, "", [], new Dictionary<string, TemplateLabel> { ["staging"] = new(1, false) }, 1, 1)
        {
            Owner = "ann",
            Sharing = "private",
            CreatedAt = default,
            CreatedBy = "ann",
            UpdatedAt = default,
            UpdatedBy = "ann",
        };
        _templates[id] = new StepTemplate.Found(
            template, new TemplateVersion(id, 1, new TemplateBody(null, content, inputs, ModelParameters.None), "hash", "", default, "ann"));
        return id;
    }

    /// <summary>A step with a template of its own.</summary>
    public PipelineStep Step(string name, string content, string? output = null) =>
        new(name, PipelineStepKind.Template) { TemplateId = Template(name, content), Output = output };

    public static PipelineStep Tool(string name, params (string Name, string Text)[] arguments) => new(name, PipelineStepKind.Tool)
    {
        Tool = "summary",
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Text),
    };

    public StepTemplate.Found Found(PipelineStep step) => (StepTemplate.Found)_templates[step.TemplateId!.Value];

    public PipelineFindings Check(PipelineDefinition definition, params (int Step, StepTemplate Template)[] instead)
    {
        var templates = definition.Steps.Select(step => step.TemplateId is { } id ? _templates.GetValueOrDefault(id, new StepTemplate.Unknown()) : null).ToList();
        foreach (var (step, template) in instead)
        {
            templates[step] = template;
        }

        return PipelineCheck.Of(new PipelineDraft("Digest", "", [], definition), templates, Surroundings);
    }

    /// <summary>The fields of the errors.</summary>
    public IEnumerable<string> Errors(PipelineDefinition definition) =>
        Check(definition).Problems.Where(problem => problem.IsError).Select(problem => problem.Field);

    public IEnumerable<string> Warnings(PipelineDefinition definition) =>
        Check(definition).Problems.Where(problem => !problem.IsError).Select(problem => problem.Field);
}
