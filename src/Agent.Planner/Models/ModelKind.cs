namespace PromptLab.Planner.Models;

/// <summary>Which protocol a provider speaks.</summary>
public enum ModelKind
{
    /// <summary>The embedded deterministic planner: no key, no network.</summary>
    Offline,

    /// <summary>OpenAI chat completions, and every server that speaks them (Azure OpenAI, Ollama, vLLM, LM Studio, OpenRouter).</summary>
    OpenAi,

    /// <summary>Anthropic messages.</summary>
    Anthropic,
}
