using System.Net;

namespace PromptLab.Testing.Models;

/// <summary>What a scripted model answers to one request; the same for every protocol.</summary>
public sealed record ModelReply
{
    private ModelReply()
    {
    }

    /// <summary>Pieces of text, streamed one by one.</summary>
    public IReadOnlyList<string> Text { get; private init; } = [];

    public IReadOnlyList<ModelReplyCall> ToolCalls { get; private init; } = [];

    public ModelReplyEnd End { get; private init; }

    /// <summary>Answers in one piece although a stream was asked for.</summary>
    public bool IsWhole { get; private init; }

    public HttpStatusCode Status { get; private init; } = HttpStatusCode.OK;

    public string? ErrorCode { get; private init; }

    public string ErrorMessage { get; private init; } = "scripted failure";

    public TimeSpan? RetryAfter { get; private init; }

    public int InputTokens { get; init; } = 900;

    public int OutputTokens { get; init; } = 18;

    /// <summary>Waited for before each piece, its number given; no wait by default.</summary>
    internal Func<int, CancellationToken, Task> BeforePiece { get; private init; } = (_, _) => Task.CompletedTask;

    public static ModelReply Says(params string[] pieces) => new() { Text = pieces };

    /// <param name="arguments">JSON text.</param>
    public static ModelReply Calls(string tool, string arguments) => Calls(new ModelReplyCall(tool, arguments));

    public static ModelReply Calls(params ModelReplyCall[] calls) => new() { ToolCalls = calls };

    public static ModelReply Fails(HttpStatusCode status, string? code = null, TimeSpan? retryAfter = null, string message = "scripted failure") =>
        new() { Status = status, ErrorCode = code, RetryAfter = retryAfter, ErrorMessage = message };

    /// <summary>Takes the request and never answers.</summary>
    public static ModelReply Hangs() => new() { End = ModelReplyEnd.Hang };

    /// <summary>Answers 200 with something that is no reply.</summary>
    public static ModelReply Garbage() => new() { End = ModelReplyEnd.Garbage };

    /// <summary>Text first, then tool calls.</summary>
    public ModelReply AndCalls(string tool, string arguments) => this with { ToolCalls = [.. ToolCalls, new(tool, arguments)] };

    public ModelReply Whole() => this with { IsWhole = true };

    public ModelReply ThenBreaks() => this with { End = ModelReplyEnd.Break };

    public ModelReply ThenHangs() => this with { End = ModelReplyEnd.Hang };

    public ModelReply ThenGarbage() => this with { End = ModelReplyEnd.Garbage };

    public ModelReply ThenError(string code, string message = "scripted failure") =>
        this with { End = ModelReplyEnd.Error, ErrorCode = code, ErrorMessage = message };

    /// <summary>Holds piece <paramref name="piece"/> (0 = the first) back until the task is done.</summary>
    public ModelReply HeldAt(int piece, Task gate) =>
        this with { BeforePiece = (number, token) => number == piece ? gate.WaitAsync(token) : Task.CompletedTask };

    /// <summary>A pause before every piece.</summary>
    public ModelReply Paced(TimeSpan pause, TimeProvider? time = null) =>
        this with { BeforePiece = (_, token) => Task.Delay(pause, time ?? TimeProvider.System, token) };
}
