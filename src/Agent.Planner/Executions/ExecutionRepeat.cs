using PromptLab.Data.Executions;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

/// <summary>An execution as a request once more.</summary>
internal static class ExecutionRepeat
{
    public static ExecutionRequest Of(ExecutionRow earlier, ExecutionChange change)
    {
        var isSameProvider = change.Provider is null || string.Equals(change.Provider, earlier.RequestedProvider, StringComparison.OrdinalIgnoreCase);
        var isSameVersion = change is { Version: null, Label: null };
        return new(earlier.Owner, earlier.TemplateId, Variables(earlier, change))
        {
            Version = isSameVersion ? earlier.Version : change.Version,
            Label = change.Label,
            Provider = change.Provider ?? earlier.RequestedProvider,
            Model = change.Model ?? (isSameProvider ? earlier.RequestedModel : null),
            Fallback = change.Fallback ?? earlier.Fallback,
            Parameters = (change.Parameters ?? new()).Or(ExecutionJson.Parameters(earlier.Parameters)),
            RerunOf = earlier.Id,
        };
    }

    private static Dictionary<string, string> Variables(ExecutionRow earlier, ExecutionChange change)
    {
        var values = new Dictionary<string, string>(ExecutionJson.Variables(earlier.Variables), StringComparer.Ordinal);
        foreach (var (name, value) in change.Variables ?? new Dictionary<string, string>())
        {
            values[name] = value;
        }

        return values;
    }
}
