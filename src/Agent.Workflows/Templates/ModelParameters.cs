namespace PromptLab.Workflows.Templates;

/// <summary>What is asked of a model; null where the provider's configuration decides.</summary>
/// <param name="Temperature">0 to 2.</param>
/// <param name="TopP">Above 0, up to 1.</param>
/// <param name="Stop">Texts at which the output ends.</param>
public sealed record ModelParameters(float? Temperature = null, int? MaxTokens = null, float? TopP = null, IReadOnlyList<string>? Stop = null)
{
    private const int MostTokens = 1_000_000;
    private const int MostStops = 8;
    private const int LongestStop = 100;

    public static ModelParameters None { get; } = new();

    /// <summary>These, and where they say nothing, <paramref name="defaults"/>.</summary>
    public ModelParameters Or(ModelParameters defaults) =>
        new(Temperature ?? defaults.Temperature, MaxTokens ?? defaults.MaxTokens, TopP ?? defaults.TopP, Stop ?? defaults.Stop);

    public IEnumerable<TemplateProblem> Problems()
    {
        if (Temperature is not (null or (>= 0 and <= 2)))
        {
            yield return new("parameters.temperature", "The temperature is a number from 0 to 2.");
        }

        if (MaxTokens is not (null or (>= 1 and <= MostTokens)))
        {
            yield return new("parameters.max_tokens", "max_tokens is a whole number from 1 to 1000000.");
        }

        if (TopP is not (null or (> 0 and <= 1)))
        {
            yield return new("parameters.top_p", "top_p is a number above 0, up to 1.");
        }

        if (Stop is { } stop && (stop.Count > MostStops || stop.Any(text => text.Length is 0 or > LongestStop)))
        {
            yield return new("parameters.stop", "stop holds up to 8 texts of 1 to 100 characters.");
        }
    }
}
