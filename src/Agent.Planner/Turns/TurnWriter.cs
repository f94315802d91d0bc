using System.Text;
using PromptLab.Data.Turns;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>Turns what a planner says into events for the viewers, and keeps what is to be stored of it.</summary>
internal sealed class TurnWriter(LiveTurn turn, DataSource source, TimeProvider time) : IPlannerOutput, IProgress<ToolProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly TurnEventComposer _compose = new(time);
    private readonly StringBuilder _reply = new();
    private readonly string _thread = turn.ConversationId.ToString();
    private readonly string _run = turn.Id.ToString();
    private string? _openMessage;
    private string? _openStep;
    private int _messages;

    public Guid MessageId { get; } = Guid.CreateVersion7(time.GetUtcNow());

    public string Reply => _reply.ToString();

    public List<Card> Cards { get; } = [];

    public List<ToolCallRecord> ToolCalls { get; } = [];

    public void Begin()
    {
        Publish(TurnEventType.RunStarted, _compose.RunStarted(_thread, _run));
        if (source.IsDemo)
        {
            Notice("demo_data", "Demo data: the figures come from a simulated network.");
        }
    }

    public void Text(string delta)
    {
        lock (_gate)
        {
            if (_openMessage is null)
            {
                _openMessage = _messages++ == 0 ? MessageId.ToString() : $"{MessageId}-{_messages}";
                if (_reply.Length > 0)
                {
                    _reply.Append("\n\n");
                }

                Publish(TurnEventType.TextMessageStart, _compose.TextStart(_openMessage));
            }

            _reply.Append(delta);
            foreach (var block in TextBlocks.Of(delta))
            {
                Publish(TurnEventType.TextMessageContent, _compose.TextContent(_openMessage, block));
            }
        }
    }

    public void EndText()
    {
        lock (_gate)
        {
            if (_openMessage is not null)
            {
                Publish(TurnEventType.TextMessageEnd, _compose.TextEnd(_openMessage));
                _openMessage = null;
            }
        }
    }

    public void ToolCalled(string callId, string tool, string arguments)
    {
        lock (_gate)
        {
            EndText();
            Publish(TurnEventType.ToolCallStart, _compose.ToolCallStart(callId, tool));
            Publish(TurnEventType.ToolCallArgs, _compose.ToolCallArgs(callId, arguments));
            Publish(TurnEventType.ToolCallEnd, _compose.ToolCallEnd(callId));
        }
    }

    public void Resolved(string callId, ResolvedRequest request)
    {
        lock (_gate)
        {
            Cards.Add(RequestCard.Create(request, source.Name));
            ToolCalls.Add(new ToolCallRecord(callId, request.Tool, request.Arguments));
            Publish(TurnEventType.StateSnapshot, _compose.StateSnapshot(source.Name, request));
        }
    }

    public void ToolFinished(string callId, string tool, string status, string digest, TimeSpan duration)
    {
        lock (_gate)
        {
            EndStep();
            var index = ToolCalls.FindIndex(call => call.Id == callId);
            var call = index < 0 ? new ToolCallRecord(callId, tool, null) : ToolCalls[index];
            call = call with { Status = status, DurationMilliseconds = (long)duration.TotalMilliseconds };
            if (index < 0)
            {
                ToolCalls.Add(call);
            }
            else
            {
                ToolCalls[index] = call;
            }

            Publish(TurnEventType.ToolCallResult, _compose.ToolCallResult(callId + "-result", callId, digest));
        }
    }

    public void Card(Card card)
    {
        lock (_gate)
        {
            Cards.Add(card);
            Publish(TurnEventType.Custom, _compose.Card(card));
        }
    }

    public void Notice(string code, string text)
    {
        lock (_gate)
        {
            Publish(TurnEventType.Custom, _compose.Notice(code, text));
        }
    }

    /// <summary>Progress of a tool: a wait is a notice, everything else a step.</summary>
    public void Report(ToolProgress value)
    {
        lock (_gate)
        {
            if (value.Step.EndsWith("_wait", StringComparison.Ordinal))
            {
                Notice(value.Step, value.Text);
                return;
            }

            EndStep();
            _openStep = value.Text;
            Publish(TurnEventType.StepStarted, _compose.Step(TurnEventType.StepStarted, value.Text));
        }
    }

    /// <summary>Closes what is open and composes the last event, which is published only after it is stored.</summary>
    public (string Type, string Json) Finish(RunResult result)
    {
        lock (_gate)
        {
            EndStep();
            EndText();
            return (TurnEventType.RunFinished, _compose.RunFinished(_thread, _run, result));
        }
    }

    public (string Type, string Json) FinishWithError(string code, string message)
    {
        lock (_gate)
        {
            EndStep();
            EndText();
            return (TurnEventType.RunError, _compose.RunError(code, message));
        }
    }

    public void Dispose() => _compose.Dispose();

    private void EndStep()
    {
        if (_openStep is not null)
        {
            Publish(TurnEventType.StepFinished, _compose.Step(TurnEventType.StepFinished, _openStep));
            _openStep = null;
        }
    }

    private void Publish(string type, string json) => turn.Publish(type, json);
}
