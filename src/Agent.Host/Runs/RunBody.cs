using System.ComponentModel;
using System.Text.Json;

namespace PromptLab.Host.Runs;

/// <summary>What to run a pipeline with.</summary>
public sealed record RunBody(
    [property: Description("Values by the name of the pipeline's input: texts, numbers or truth values.")] IReadOnlyDictionary<string, JsonElement>? Inputs = null);
