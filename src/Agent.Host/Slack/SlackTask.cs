using System.Text.Json;
using PromptLab.Data.Slack;

namespace PromptLab.Host.Slack;

/// <summary>What an entry of the inbox says.</summary>
internal sealed record SlackTask
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Whose it is, here.</summary>
    public required string Owner { get; init; }

    /// <summary>What the conversation is linked to.</summary>
    public string OutsideId { get; init; } = "";

    public required string Channel { get; init; }

    /// <summary>Where the answer goes: timestamp of the thread's first message; null for the channel itself.</summary>
    public string? Thread { get; init; }

    public string Text { get; init; } = "";

    /// <summary>Of an announcement: JSON array.</summary>
    public string? Cards { get; init; }

    /// <summary>Of a post: its timestamp.</summary>
    public string? Ts { get; init; }

    /// <summary>Of a post: the turn that is to answer it.</summary>
    public Guid? Turn { get; init; }

    /// <summary>Where to answer one person alone; never logged.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Said in a thread without naming the agent: it is meant only when the person talks with it there.</summary>
    public bool IsUnaddressed { get; init; }

    /// <summary>Said by a button under a question.</summary>
    public bool IsChoice { get; init; }

    public Guid? Action { get; init; }

    public bool IsConfirmed { get; init; }

    public static SlackTask Read(SlackTaskRow row) => JsonSerializer.Deserialize<SlackTask>(row.Payload, Json)!;

    public NewSlackTask ToEntry(string key, string place, string kind) =>
        new(key, kind == SlackTaskKind.Decision ? key : SlackTimestamp.ThreadKey(OutsideId, Owner), place, kind, JsonSerializer.Serialize(this, Json));
}
