using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.SemanticKernel.Planning;

/// <summary>
/// A function without its parameters. Semantic Kernel copies every function for every turn and writes the schema of each anew; the model is
/// told of the catalogue's own declarations, so that nobody would read them.
/// </summary>
internal sealed class UndescribedFunction(AIFunction function) : DelegatingAIFunction(function)
{
    private static readonly JsonElement Anything = JsonElement.Parse("""{"type":"object","properties":{}}""");

    public override JsonElement JsonSchema => Anything;
}
