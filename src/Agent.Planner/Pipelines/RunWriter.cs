using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>Tells the viewers of a run what happens, in the events of a turn. Steps that run side by side write at the same time.</summary>
internal sealed class RunWriter(LiveTurn run, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TurnEventComposer _compose = new(time);
    private readonly string _thread = run.ConversationId.ToString();
    private readonly string _id = run.Id.ToString();

    public void Begin() => Publish(TurnEventType.RunStarted, compose => compose.RunStarted(_thread, _id));

    public void StepStarted(string name) => Publish(TurnEventType.StepStarted, compose => compose.Step(TurnEventType.StepStarted, name));

    public void StepFinished(string name) => Publish(TurnEventType.StepFinished, compose => compose.Step(TurnEventType.StepFinished, name));

    public void Step(RunStepRow step) =>
        Publish(TurnEventType.Custom, compose => compose.Custom("step", ExecutionJson.Write(RunStepView.Of(step))));

    public void Notice(string code, string text) => Publish(TurnEventType.Custom, compose => compose.Notice(code, text));

    /// <summary>An event of an execution that is one for the viewers of the run, too: its text, and notices.</summary>
    public void Forward(TurnEvent item)
    {
        if (item.Type is TurnEventType.TextMessageStart or TurnEventType.TextMessageContent or TurnEventType.TextMessageEnd or TurnEventType.Custom)
        {
            run.Publish(item.Type, item.Json);
        }
    }

    /// <summary>Composes the last event, which is published only after it is stored.</summary>
    public (string Type, string Json) Finish(string status, long duration, ExecutionFault? fault)
    {
        lock (_gate)
        {
            var isCancelled = status == Data.Executions.ExecutionStatus.Cancelled;
            return fault is null
                ? (TurnEventType.RunFinished, _compose.RunFinished(_thread, _id, new(isCancelled ? status : "answer", isCancelled, duration, null, null, 0, 0)))
                : (TurnEventType.RunError, _compose.RunError(fault.Code, fault.Text));
        }
    }

    public void Dispose() => _compose.Dispose();

    private void Publish(string type, Func<TurnEventComposer, string> compose)
    {
        lock (_gate)
        {
            run.Publish(type, compose(_compose));
        }
    }
}
