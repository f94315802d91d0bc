using System.ComponentModel;
using System.Text.Json;

namespace PromptLab.Host.Executions;

/// <param name="Variables">Values by name, for all runs.</param>
/// <param name="Runs">2 to 10 combinations of version, model and parameters.</param>
public sealed record ComparisonBody(
    IReadOnlyDictionary<string, JsonElement>? Variables,
    [property: Description("2 to 10 combinations of version, provider, model and parameters.")] IReadOnlyList<ComparisonRun>? Runs);
