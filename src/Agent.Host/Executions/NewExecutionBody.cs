using System.ComponentModel;
using System.Text.Json;
using PromptLab.Host.Templates;
using PromptLab.Planner.Executions;
using PromptLab.Workflows.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Executions;

/// <summary>What to run a template with; when an execution is run again, what is different.</summary>
public sealed record NewExecutionBody(
    [property: Description("Values by name: texts, numbers or truth values.")] IReadOnlyDictionary<string, JsonElement>? Variables = null,
    [property: Description("A version's number; the newest one when it is missing.")] int? Version = null,
    [property: Description("A label instead of a number, for example production.")] string? Label = null,
    [property: Description("A configured provider; the default one when it is missing.")] string? Provider = null,
    [property: Description("A model as the provider knows it; its configured one when it is missing.")] string? Model = null,
    [property: Description("The provider that answers if that one fails.")] string? Fallback = null,
    ModelParameters? Parameters = null)
{
    internal ExecutionRequest ToRequest(string owner, Guid template) => new(owner, template, VariableText.Of(Variables))
    {
        Version = Version,
        Label = Label,
        Provider = Provider,
        Model = Model,
        Fallback = Fallback,
        Parameters = Parameters ?? ModelParameters.None,
    };

    internal ExecutionChange ToChange() => new(VariableText.Of(Variables), Version, Label, Provider, Model, Fallback, Parameters);
}
