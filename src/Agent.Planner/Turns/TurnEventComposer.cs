using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>Writes AG-UI events as JSON. One instance serves one turn and is not thread-safe.</summary>
internal sealed class TurnEventComposer(TimeProvider time) : IDisposable
{
    /// <summary>Everything but quotes, backslashes and control characters goes out as it is: the stream is JSON, not HTML.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(512);
    private readonly Utf8JsonWriter _writer = new(Stream.Null, Options);

    public string RunStarted(string threadId, string runId) => Compose(TurnEventType.RunStarted, (threadId, runId), static (json, ids) =>
    {
        json.WriteString("threadId"u8, ids.threadId);
        json.WriteString("runId"u8, ids.runId);
        json.WriteString("protocolVersion"u8, "1.0"u8);
    });

    public string RunFinished(string threadId, string runId, RunResult result) => Compose(TurnEventType.RunFinished, (threadId, runId, result), static (json, run) =>
    {
        json.WriteString("threadId"u8, run.threadId);
        json.WriteString("runId"u8, run.runId);
        json.WriteStartObject("outcome"u8);
        json.WriteString("type"u8, run.result.IsCancelled ? "cancelled"u8 : run.result.Interrupts.Count > 0 ? "interrupt"u8 : "success"u8);
        InterruptJson.Write(json, run.result.Interrupts);
        json.WriteEndObject();
        json.WriteStartObject("result"u8);
        json.WriteString("outcome"u8, run.result.Outcome);
        json.WriteNumber("duration_ms"u8, run.result.DurationMilliseconds);
        if (run.result.IsDecision)
        {
            json.WriteBoolean("is_decision"u8, true);
        }

        json.WriteEndObject();
        WriteUsage(json, run.result);
    });

    public string RunError(string code, string message) => Compose(TurnEventType.RunError, (code, message), static (json, error) =>
    {
        json.WriteString("message"u8, error.message);
        json.WriteString("code"u8, error.code);
    });

    public string Step(string type, string name) => Compose(type, name, static (json, step) => json.WriteString("stepName"u8, step));

    public string TextStart(string messageId) => Compose(TurnEventType.TextMessageStart, messageId, static (json, id) =>
    {
        json.WriteString("messageId"u8, id);
        json.WriteString("role"u8, "assistant"u8);
    });

    public string TextContent(string messageId, string delta) => Compose(TurnEventType.TextMessageContent, (messageId, delta), static (json, text) =>
    {
        json.WriteString("messageId"u8, text.messageId);
        json.WriteString("delta"u8, text.delta);
    });

    public string TextEnd(string messageId) =>
        Compose(TurnEventType.TextMessageEnd, messageId, static (json, id) => json.WriteString("messageId"u8, id));

    public string ToolCallStart(string callId, string tool) => Compose(TurnEventType.ToolCallStart, (callId, tool), static (json, call) =>
    {
        json.WriteString("toolCallId"u8, call.callId);
        json.WriteString("toolCallName"u8, call.tool);
    });

    public string ToolCallArgs(string callId, string delta) => Compose(TurnEventType.ToolCallArgs, (callId, delta), static (json, call) =>
    {
        json.WriteString("toolCallId"u8, call.callId);
        json.WriteString("delta"u8, call.delta);
    });

    public string ToolCallEnd(string callId) =>
        Compose(TurnEventType.ToolCallEnd, callId, static (json, id) => json.WriteString("toolCallId"u8, id));

    public string ToolCallResult(string messageId, string callId, string content) =>
        Compose(TurnEventType.ToolCallResult, (messageId, callId, content), static (json, result) =>
        {
            json.WriteString("messageId"u8, result.messageId);
            json.WriteString("toolCallId"u8, result.callId);
            json.WriteString("content"u8, result.content);
            json.WriteString("role"u8, "tool"u8);
        });

    public string StateSnapshot(string dataSource, ResolvedRequest request) =>
        Compose(TurnEventType.StateSnapshot, (dataSource, request), static (json, state) =>
        {
            json.WriteStartObject("snapshot"u8);
            json.WriteString("data_source"u8, state.dataSource);
            json.WriteStartObject("last"u8);
            json.WriteString("tool"u8, state.request.Tool);
            json.WritePropertyName("args"u8);
            state.request.Arguments.WriteTo(json);
            json.WriteEndObject();
            RequestCard.WriteInterpretation(json, state.request);
            json.WriteEndObject();
        });

    public string Card(Card card) => Compose(TurnEventType.Custom, card, static (json, card) =>
    {
        json.WriteString("name"u8, "card"u8);
        json.WriteStartObject("value"u8);
        json.WriteString("kind"u8, card.Kind);
        json.WritePropertyName("data"u8);
        card.Data.WriteTo(json);
        json.WriteEndObject();
    });

    public string Notice(string code, string text) => Compose(TurnEventType.Custom, (code, text), static (json, notice) =>
    {
        json.WriteString("name"u8, "notice"u8);
        json.WriteStartObject("value"u8);
        json.WriteString("code"u8, notice.code);
        json.WriteString("text"u8, notice.text);
        json.WriteEndObject();
    });

    /// <param name="value">JSON.</param>
    public string Custom(string name, string value) => Compose(TurnEventType.Custom, (name, value), static (json, custom) =>
    {
        json.WriteString("name"u8, custom.name);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(custom.value);
    });

    public void Dispose() => _writer.Dispose();

    private static void WriteUsage(Utf8JsonWriter json, RunResult result)
    {
        if (result.Model is null)
        {
            return;
        }

        json.WriteStartArray("usage"u8);
        json.WriteStartObject();
        json.WriteString("provider"u8, result.Provider);
        json.WriteString("model"u8, result.Model);
        json.WriteNumber("inputTokens"u8, result.InputTokens);
        json.WriteNumber("outputTokens"u8, result.OutputTokens);
        json.WriteNumber("totalTokens"u8, result.InputTokens + result.OutputTokens);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private string Compose<T>(string type, T value, Action<Utf8JsonWriter, T> members)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        _writer.WriteStartObject();
        _writer.WriteString("type"u8, type);
        _writer.WriteNumber("timestamp"u8, time.GetUtcNow().ToUnixTimeMilliseconds());
        members(_writer, value);
        _writer.WriteEndObject();
        _writer.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }
}
