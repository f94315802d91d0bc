using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Plugins.Tools;

/// <summary>Every tool that a model, a person or another system may call.</summary>
public sealed class ToolCatalogue
{
    private readonly FrozenDictionary<string, ITool> _byName;

    public ToolCatalogue(IEnumerable<ITool> tools)
    {
        All = [.. tools];
        _byName = All.ToFrozenDictionary(tool => tool.Descriptor.Name, StringComparer.Ordinal);
    }

    /// <summary>In the order in which they are told to a model.</summary>
    public IReadOnlyList<ITool> All { get; }

    public bool TryFind(string name, [NotNullWhen(true)] out ITool? tool) => _byName.TryGetValue(name, out tool);
}
