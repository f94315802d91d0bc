using System.Text.Json;
using PromptLab.Data.Turns;

namespace PromptLab.Planner.Turns;

/// <summary>What is told of a turn whose process died.</summary>
internal static class TurnInterruption
{
    public const string Code = "interrupted";

    public const string Text = "The answer was interrupted because the service stopped. Your message is kept; please send it again.";

    public static string LastEvent(TurnRow turn) => LastEvent();

    private static string LastEvent() =>
        $$"""{"type":"{{TurnEventType.RunError}}","message":{{JsonSerializer.Serialize(Text)}},"code":"{{Code}}"}""";
}
