using System.ComponentModel;
using PromptLab.Planner.Evaluations;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Evaluations;

/// <summary>Which version to run over a dataset, and with what.</summary>
public sealed record NewEvaluationBody(
    Guid? TemplateId,
    [property: Description("A version's number; the newest one when it is missing.")] int? Version = null,
    [property: Description("A label instead of a number, for example production.")] string? Label = null,
    [property: Description("A configured provider; the default one when it is missing.")] string? Provider = null,
    [property: Description("A model as the provider knows it; its configured one when it is missing.")] string? Model = null,
    [property: Description("The provider that answers if that one fails.")] string? Fallback = null,
    ModelParameters? Parameters = null,
    [property: Description("Rows that may run at once, 1 to 16; 4 when it is missing.")] int? Parallelism = null)
{
    private const int Usual = 4;

    internal EvaluationRequest ToRequest(string owner, Guid dataset) => new(owner, dataset, TemplateId ?? Guid.Empty)
    {
        Version = Version,
        Label = Label,
        Provider = Provider,
        Model = Model,
        Fallback = Fallback,
        Parameters = Parameters ?? ModelParameters.None,
        Parallelism = Parallelism ?? Usual,
    };
}
