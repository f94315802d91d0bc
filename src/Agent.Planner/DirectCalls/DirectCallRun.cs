using PromptLab.Planner.Conversations;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.DirectCalls;

/// <summary>Answers a turn by the one call that the person made: no model is asked, everything else is as in any turn.</summary>
internal sealed class DirectCallRun(ToolCatalogue catalogue, ToolInvoker invoker)
{
    /// <summary>By which a stored call is known as a person's own.</summary>
    internal const string CallId = "direct";

    public async Task<PlannerResult> RunAsync(
        DirectCall call, ConversationState state, ToolContext context, IPlannerOutput output, CancellationToken cancellationToken)
    {
        var policies = new PlannerPolicies(state, maxToolCalls: 1, output, catalogue);
        var run = new ToolRun(new ToolCall(CallId, call.Tool, call.Arguments), context with { IsPersonal = true }, output);
        policies.Present([await invoker.InvokeAsync(run, cancellationToken)]);
        return new PlannerResult(policies.Outcome, policies.State, 0, 0) { Proposed = policies.Proposed };
    }
}
