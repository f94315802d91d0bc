using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>
/// A tool of the catalogue as the function that models are told of and every planner calls. Its arguments are one
/// <see cref="ToolRun"/>, its result is a <see cref="ToolCallResult"/>: what is wrong with a call is a result, too.
/// </summary>
internal sealed class ToolFunction(ToolDescriptor descriptor, ToolInvoker invoker) : AIFunction
{
    public override string Name => descriptor.Name;

    public override string Description => descriptor.Description;

    public override JsonElement JsonSchema => descriptor.Schema;

    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
        await invoker.InvokeAsync(ToolRun.Of(arguments), cancellationToken);
}
