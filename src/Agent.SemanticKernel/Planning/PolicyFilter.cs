using Microsoft.SemanticKernel;
using PromptLab.Planner.Planning;

namespace PromptLab.SemanticKernel.Planning;

/// <summary>
/// Puts our policies around every function that the model calls. The model reads digests; the person reads what the policies show. The
/// last result of a reply decides whether the model is asked again.
/// </summary>
internal sealed class PolicyFilter(PlannerSteps steps) : IAutoFunctionInvocationFilter
{
    private const string NotRun = "This was not run: the turn had reached its limit of calls.";

    public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next)
    {
        if (!steps.MayCall)
        {
            context.Result = new FunctionResult(context.Function, NotRun);
            context.Terminate = true;
            return;
        }

        steps.Run(context.FunctionSequenceIndex).PutInto(context.Arguments!);
        await next(context);
        var result = context.Result.GetValue<ToolCallResult>()!;
        context.Result = new FunctionResult(context.Function, result.Digest);
        context.Terminate = !steps.Finish(context.FunctionSequenceIndex, result);
    }
}
