using Microsoft.Extensions.Options;

namespace PromptLab.Host.Embedding;

/// <summary>Browsers compare origins letter by letter: one that is written otherwise would never match, and nobody would know why.</summary>
internal sealed class EmbeddingOptionsCheck : IValidateOptions<EmbeddingOptions>
{
    public ValidateOptionsResult Validate(string? name, EmbeddingOptions options)
    {
        string[] faults = [.. options.Origins.Where(origin => !SiteOrigin.IsOne(origin)).Select(origin =>
            $"{EmbeddingOptions.Section}:Origins has '{origin}'. {SiteOrigin.Rule}")];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
