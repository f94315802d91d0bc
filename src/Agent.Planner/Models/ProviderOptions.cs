namespace PromptLab.Planner.Models;

/// <summary>Section <c>Models:Providers:&lt;name&gt;</c>.</summary>
public sealed class ProviderOptions
{
    public ModelKind Kind { get; set; }

    /// <summary>
    /// Where the provider listens, version included, for example <c>http://127.0.0.1:11434/v1</c> for Ollama or
    /// <c>https://NAME.openai.azure.com/openai/v1</c> for Azure OpenAI; the provider's own address when it is missing.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Required at the provider's own address; a local server may need none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's id as the provider knows it.</summary>
    public string? Model { get; set; }

    public int? MaxOutputTokens { get; set; }

    public float? Temperature { get; set; }

    /// <summary>Price of a million input tokens, in the currency the operator reckons in.</summary>
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>Price of a million output tokens.</summary>
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>How long one attempt may take until its first content.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stream may be silent once it has begun.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Attempts after the first one, on rate limits and outages, before the first content only.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>Wait before the first retry; it doubles with every further one, and half of it is random.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A provider that asks for a longer wait than this is not retried.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(8);
}
