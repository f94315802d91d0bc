using System.Text.Json;

namespace PromptLab.Planner.Turns;

/// <summary>The interrupts of a run's outcome, as AG-UI has them.</summary>
internal static class InterruptJson
{
    private const string AnswerSchema =
        """{"type":"object","properties":{"confirmed":{"type":"boolean"}},"required":["confirmed"]}""";

    /// <summary>Writes <c>interrupts</c> into the object that is open, if there are any.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<TurnInterrupt> interrupts)
    {
        if (interrupts.Count == 0)
        {
            return;
        }

        json.WriteStartArray("interrupts"u8);
        foreach (var interrupt in interrupts)
        {
            Write(json, interrupt);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TurnInterrupt interrupt)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, interrupt.Id);
        json.WriteString("reason"u8, "confirmation"u8);
        json.WriteString("message"u8, interrupt.Message);
        if (interrupt.CallId is { } call)
        {
            json.WriteString("toolCallId"u8, call);
        }

        json.WritePropertyName("responseSchema"u8);
        json.WriteRawValue(AnswerSchema);
        json.WriteString("expiresAt"u8, interrupt.ExpiresAt);
        json.WriteStartObject("metadata"u8);
        json.WriteString("tool"u8, interrupt.Tool);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
