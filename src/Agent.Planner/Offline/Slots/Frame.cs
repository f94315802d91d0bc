using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.State;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>A call in the making: its tool, what the message says of its arguments, and what it takes back.</summary>
internal sealed class Frame(ToolShape tool)
{
    private readonly HashSet<string> _dropped = [];

    public ToolShape Tool => tool;

    public JsonObject Arguments { get; } = [];

    public bool IsEmpty => Arguments.Count == 0 && _dropped.Count == 0;

    public bool HoldsOnly(params IReadOnlyCollection<string> arguments) => _dropped.Count == 0 && Arguments.All(argument => arguments.Contains(argument.Key));

    public IEnumerable<string> Missing => tool.Required.Where(argument => !Arguments.ContainsKey(argument));

    public bool Has(string argument) => Arguments.ContainsKey(argument);

    public bool Takes(string argument) => tool.Arguments.Contains(argument);

    /// <summary>Sets an argument that the tool knows; others are left out.</summary>
    public void Set(string argument, JsonNode? value)
    {
        if (value is not null && Takes(argument))
        {
            Arguments[argument] = value;
        }
    }

    public void Drop(string argument) => _dropped.Add(argument);

    /// <summary>Fills in what an earlier call had and this one neither changes nor drops.</summary>
    public void Inherit(JsonObject earlier, Func<string, bool> mayInherit)
    {
        foreach (var (argument, value) in earlier)
        {
            if (value is not null && !Has(argument) && !_dropped.Contains(argument) && mayInherit(argument))
            {
                Set(argument, value.DeepClone());
            }
        }
    }
}
