using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>A call as a model made it, and the turn that it belongs to.</summary>
internal sealed record ToolRun(ToolCall Call, ToolContext Context, IPlannerOutput Output)
{
    private const string Argument = "$run";

    /// <summary>The run that a planner put into the arguments; whatever else they hold came from the model and is in its call.</summary>
    public static ToolRun Of(AIFunctionArguments arguments) => (ToolRun)arguments[Argument]!;

    public void PutInto(AIFunctionArguments arguments) => arguments[Argument] = this;
}
