namespace PromptLab.Testing.Http;

/// <summary>What a scripted server answers.</summary>
public sealed record ScriptedReply(int Status, string Body)
{
    public string ContentType { get; init; } = "application/json";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Breaks the connection after this many bytes of the body.</summary>
    public int? BreakAfter { get; init; }

    /// <summary>The reply waits for this.</summary>
    public Task Until { get; init; } = Task.CompletedTask;

    /// <summary>After this many bytes of the body the rest waits for <see cref="RestUntil"/>.</summary>
    public int? PauseAfter { get; init; }

    /// <summary>The rest of the body, or the break, waits for this.</summary>
    public Task RestUntil { get; init; } = Task.CompletedTask;

    public static ScriptedReply Json(string body) => new(200, body);

    public static ScriptedReply Failure(int status, string error = "scripted") => new(status, $$"""{"Error":"{{error}}"}""");

    /// <summary>Never answers; the connection stays open until the client or the server gives up.</summary>
    public static ScriptedReply Silence { get; } = new(200, "") { Until = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System) };

    public ScriptedReply With(string header, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
