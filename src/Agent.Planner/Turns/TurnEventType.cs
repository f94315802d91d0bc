namespace PromptLab.Planner.Turns;

/// <summary>The AG-UI event types in use (https://docs.ag-ui.com, protocol 1.0).</summary>
public static class TurnEventType
{
    public const string RunStarted = "RUN_STARTED";
    public const string RunFinished = "RUN_FINISHED";
    public const string RunError = "RUN_ERROR";
    public const string StepStarted = "STEP_STARTED";
    public const string StepFinished = "STEP_FINISHED";
    public const string TextMessageStart = "TEXT_MESSAGE_START";
    public const string TextMessageContent = "TEXT_MESSAGE_CONTENT";
    public const string TextMessageEnd = "TEXT_MESSAGE_END";
    public const string ToolCallStart = "TOOL_CALL_START";
    public const string ToolCallArgs = "TOOL_CALL_ARGS";
    public const string ToolCallEnd = "TOOL_CALL_END";
    public const string ToolCallResult = "TOOL_CALL_RESULT";
    public const string StateSnapshot = "STATE_SNAPSHOT";
    public const string Custom = "CUSTOM";

    public static bool EndsRun(string type) => type is RunFinished or RunError;

    /// <summary>The type of a stored event. Every event is written with <c>type</c> as its first member.</summary>
    public static string Of(string json)
    {
        const string head = "{\"type\":\"";
        var end = json.StartsWith(head, StringComparison.Ordinal) ? json.IndexOf('"', head.Length) : -1;
        return end < 0 ? Custom : json[head.Length..end];
    }
}
