using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>Tells the viewers of an execution what happens, in the events of a turn.</summary>
internal sealed class ExecutionWriter(LiveTurn run, TimeProvider time) : IDisposable
{
    private readonly TurnEventComposer _compose = new(time);
    private readonly string _thread = run.ConversationId.ToString();
    private readonly string _id = run.Id.ToString();
    private bool _isTextOpen;

    public void Begin() => run.Publish(TurnEventType.RunStarted, _compose.RunStarted(_thread, _id));

    public void Notice(string code, string text) => run.Publish(TurnEventType.Custom, _compose.Notice(code, text));

    public void Text(string delta)
    {
        if (!_isTextOpen)
        {
            _isTextOpen = true;
            run.Publish(TurnEventType.TextMessageStart, _compose.TextStart(_id));
        }

        run.Publish(TurnEventType.TextMessageContent, _compose.TextContent(_id, delta));
    }

    /// <summary>Closes what is open and composes the last event, which is published only after it is stored.</summary>
    public (string Type, string Json) Finish(RunResult result)
    {
        EndText();
        return (TurnEventType.RunFinished, _compose.RunFinished(_thread, _id, result));
    }

    public (string Type, string Json) Fail(string code, string text)
    {
        EndText();
        return (TurnEventType.RunError, _compose.RunError(code, text));
    }

    public void Dispose() => _compose.Dispose();

    private void EndText()
    {
        if (_isTextOpen)
        {
            _isTextOpen = false;
            run.Publish(TurnEventType.TextMessageEnd, _compose.TextEnd(_id));
        }
    }
}
