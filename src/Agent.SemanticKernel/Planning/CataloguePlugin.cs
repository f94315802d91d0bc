using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using PromptLab.Planner.Planning;

namespace PromptLab.SemanticKernel.Planning;

/// <summary>
/// The functions of the catalogue as a plugin. A plugin made by Semantic Kernel would put its own name before theirs, and with another
/// separator for each kind of model; the names of our tools are a public contract.
/// </summary>
internal sealed class CataloguePlugin : KernelPlugin
{
    private readonly IReadOnlyList<KernelFunction> _functions;
    private readonly FrozenDictionary<string, KernelFunction> _byName;

    public CataloguePlugin(ToolFunctions functions)
        : base("Everflow")
    {
        _functions = [.. functions.All.OfType<AIFunction>().Select(function => new UndescribedFunction(function).AsKernelFunction())];
        _byName = _functions.ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);
    }

    public override int FunctionCount => _functions.Count;

    public override bool TryGetFunction(string name, [NotNullWhen(true)] out KernelFunction? function) => _byName.TryGetValue(name, out function);

    public override IEnumerator<KernelFunction> GetEnumerator() => _functions.GetEnumerator();
}
