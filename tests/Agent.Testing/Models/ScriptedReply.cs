using System.Net;

namespace PromptLab.Testing.Models;

/// <summary>What a scripted model answers to one request; the same for every protocol.</summary>
public sealed record ScriptedReply
{
    private ScriptedReply()
    {
    }

    /// <summary>Pieces of text, streamed one by one.</summary>
    public IReadOnlyList<string> Text { get; private init; } = [];

    public IReadOnlyList<ScriptedCall> ToolCalls { get; private init; } = [];

    public ScriptedEnd End { get; private init; }

    public HttpStatusCode Status { get; private init; } = HttpStatusCode.OK;

    public string? ErrorCode { get; private init; }

    public string ErrorMessage { get; private init; } = "scripted failure";

    public TimeSpan? RetryAfter { get; private init; }

    public int InputTokens { get; init; } = 900;

    public int OutputTokens { get; init; } = 18;

    /// <summary>Waited for before each piece, its number given; no wait by default.</summary>
    internal Func<int, CancellationToken, Task> BeforePiece { get; private init; } = (_, _) => Task.CompletedTask;

    public static ScriptedReply Says(params string[] pieces) => new() { Text = pieces };

    /// <param name="arguments">JSON text.</param>
    public static ScriptedReply Calls(string tool, string arguments) => Calls(new ScriptedCall(tool, arguments));

    public static ScriptedReply Calls(params ScriptedCall[] calls) => new() { ToolCalls = calls };

    public static ScriptedReply Fails(HttpStatusCode status, string? code = null, TimeSpan? retryAfter = null, string message = "scripted failure") =>
        new() { Status = status, ErrorCode = code, RetryAfter = retryAfter, ErrorMessage = message };

    /// <summary>Takes the request and never answers.</summary>
    public static ScriptedReply Hangs() => new() { End = ScriptedEnd.Hang };

    /// <summary>Answers 200 with something that is no reply.</summary>
    public static ScriptedReply Garbage() => new() { End = ScriptedEnd.Garbage };

    /// <summary>Text first, then tool calls.</summary>
    public ScriptedReply AndCalls(string tool, string arguments) => this with { ToolCalls = [.. ToolCalls, new(tool, arguments)] };

    public ScriptedReply ThenBreaks() => this with { End = ScriptedEnd.Break };

    public ScriptedReply ThenHangs() => this with { End = ScriptedEnd.Hang };

    public ScriptedReply ThenGarbage() => this with { End = ScriptedEnd.Garbage };

    public ScriptedReply ThenError(string code, string message = "scripted failure") =>
        this with { End = ScriptedEnd.Error, ErrorCode = code, ErrorMessage = message };

    /// <summary>Holds piece <paramref name="piece"/> (0 = the first) back until the task is done.</summary>
    public ScriptedReply HeldAt(int piece, Task gate) =>
        this with { BeforePiece = (number, token) => number == piece ? gate.WaitAsync(token) : Task.CompletedTask };

    /// <summary>A pause before every piece.</summary>
    public ScriptedReply Paced(TimeSpan pause, TimeProvider? time = null) =>
        this with { BeforePiece = (_, token) => Task.Delay(pause, time ?? TimeProvider.System, token) };
}
