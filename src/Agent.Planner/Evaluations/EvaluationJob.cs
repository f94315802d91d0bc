using PromptLab.Planner.Models;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Evaluations;

/// <summary>What an evaluation comes to.</summary>
/// <param name="RequestedModel">Null for the provider's own.</param>
internal sealed record EvaluationJob(Template Template, TemplateVersion Version, ChatModel Model, string? RequestedModel)
{
    public string ModelId => RequestedModel ?? Model.Model;
}
