using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>The models that executions ask. The embedded planner only knows the agent's tools, so the offline provider has another answer here.</summary>
internal sealed class ExecutionModels(ModelRegistry registry, IOptions<ModelsOptions> options, ILogger<FallbackChatClient> logger) : IDisposable
{
    private readonly OfflineAnswer _offline = new();

    /// <exception cref="UnknownModelException">The name is not configured.</exception>
    public ChatModel Get(string? provider)
    {
        var name = provider ?? options.Value.Default;
        var known = registry.Providers.FirstOrDefault(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UnknownModelException(name, registry.Providers);
        return Kind(known) == ModelKind.Offline ? new(known, ModelsOptions.Offline, _offline, null) : registry.GetWithoutFallback(known);
    }

    public ChatModel WithFallback(ChatModel model, ChatModel fallback) => model with { Client = new FallbackChatClient(model, fallback, logger) };

    public ModelKind Kind(string provider) => options.Value.Providers.GetValueOrDefault(provider)?.Kind ?? ModelKind.Offline;

    /// <summary>What the provider cannot be asked for.</summary>
    public IEnumerable<TemplateProblem> Problems(ChatModel model, ModelParameters parameters)
    {
        if (Kind(model.Provider) != ModelKind.Anthropic)
        {
            yield break;
        }

        // The SDK has no members for either any more, as Anthropic's newer models refuse them; they would be left out without a word.
        if (parameters.Temperature is not null)
        {
            yield return new("parameters.temperature", $"The provider {model.Provider} takes no temperature: Anthropic's SDK sends none. Leave it out.");
        }

        if (parameters.TopP is not null)
        {
            yield return new("parameters.top_p", $"The provider {model.Provider} takes no top_p: Anthropic's SDK sends none. Leave it out.");
        }

        if (parameters.Stop?.Any(string.IsNullOrWhiteSpace) == true)
        {
            yield return new("parameters.stop", $"The provider {model.Provider} stops only at texts with a visible sign in them. Leave the others out.");
        }
    }

    public void Dispose() => _offline.Dispose();
}
