using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>The functions of the catalogue, one list for the whole process: models cache how they send it.</summary>
internal sealed class ToolFunctions
{
    private readonly FrozenDictionary<string, AIFunction> _byName;

    public ToolFunctions(ToolCatalogue catalogue, ToolInvoker invoker)
    {
        _byName = catalogue.All.ToFrozenDictionary(tool => tool.Descriptor.Name, AIFunction (tool) => new ToolFunction(tool.Descriptor, invoker), StringComparer.Ordinal);
        All = [.. catalogue.All.Select(tool => _byName[tool.Descriptor.Name])];
        Unknown = new ToolFunction(
            new ToolDescriptor("unknown_tool", "Rejects a call.", JsonElement.Parse("""{"type":"object","properties":{}}"""), ToolEffect.Read), invoker);
    }

    /// <summary>In the order in which they are told to a model.</summary>
    public IList<AITool> All { get; }

    /// <summary>Answers the call of a tool that does not exist.</summary>
    public AIFunction Unknown { get; }

    public bool Knows(string name) => _byName.ContainsKey(name);

    public async Task<ToolCallResult> InvokeAsync(ToolRun run, CancellationToken cancellationToken)
    {
        var arguments = new AIFunctionArguments();
        run.PutInto(arguments);
        return (ToolCallResult)(await _byName.GetValueOrDefault(run.Call.Tool, Unknown).InvokeAsync(arguments, cancellationToken))!;
    }
}
