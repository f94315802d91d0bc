using System.Text.Json;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>How the parts of an execution are stored as JSON.</summary>
public static class ExecutionJson
{
    public static ModelParameters Parameters(string json) => JsonSerializer.Deserialize<ModelParameters>(json, TurnJson.Options)!;

    public static IReadOnlyDictionary<string, string> Variables(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json, TurnJson.Options)!;

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, TurnJson.Options);
}
