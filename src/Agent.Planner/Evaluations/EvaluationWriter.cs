using System.Text.Json;
using PromptLab.Data.Evaluations;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>Tells the viewers of an evaluation what happens. Rows that end at the same moment are told one after the other.</summary>
internal sealed class EvaluationWriter(LiveTurn run, EvaluationRow evaluation, TimeProvider time) : IDisposable
{
    /// <summary>Of an output or a variable in an event, as all events are kept until the end; the results have them whole.</summary>
    private const int LongestText = 2_000;

    private readonly TurnEventComposer _compose = new(time);
    private readonly Lock _gate = new();
    private readonly string _thread = run.ConversationId.ToString();
    private readonly string _id = run.Id.ToString();
    private int _done = evaluation.Done;
    private int _passed = evaluation.Passed;
    private int _failed = evaluation.Failed;
    private int _errors = evaluation.Errors;

    public void Begin()
    {
        run.Publish(TurnEventType.RunStarted, _compose.RunStarted(_thread, _id));
        Progress();
    }

    public void Result(EvaluationResult result)
    {
        lock (_gate)
        {
            _done++;
            switch (result.Status)
            {
                case EvaluationResultStatus.Passed:
                    _passed++;
                    break;
                case EvaluationResultStatus.Failed:
                    _failed++;
                    break;
                default:
                    _errors++;
                    break;
            }

            run.Publish(TurnEventType.Custom, _compose.Custom("result", JsonSerializer.Serialize(Short(result), TurnJson.Options)));
            Progress();
        }
    }

    /// <summary>Composes the last event, which is published only after it is stored.</summary>
    public (string Type, string Json) Finish(string status, bool isCancelled, long duration) =>
        (TurnEventType.RunFinished, _compose.RunFinished(_thread, _id, new RunResult(status, isCancelled, duration, null, null, 0, 0)));

    public (string Type, string Json) Fail(EvaluationFault fault) => (TurnEventType.RunError, _compose.RunError(fault.Code, fault.Text));

    public void Dispose() => _compose.Dispose();

    private static EvaluationResult Short(EvaluationResult result) => result with
    {
        Output = result.Output is { } output ? Short(output) : null,
        Variables = result.Variables.ToDictionary(variable => variable.Key, variable => Short(variable.Value)),
        Expected = result.Expected is { ValueKind: JsonValueKind.String } expected ? JsonSerializer.SerializeToElement(Short(expected.GetString()!)) : result.Expected,
    };

    private static string Short(string text) => text.Length > LongestText ? text[..LongestText] + "…" : text;

    private void Progress() => run.Publish(
        TurnEventType.Custom,
        _compose.Custom("progress", JsonSerializer.Serialize(new { Done = _done, evaluation.Total, Passed = _passed, Failed = _failed, Errors = _errors }, TurnJson.Options)));
}
