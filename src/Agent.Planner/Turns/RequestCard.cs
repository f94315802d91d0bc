using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>The card that is stored with a message and tells how a request was understood.</summary>
internal static class RequestCard
{
    public const string Kind = "request";

    public static Card Create(ResolvedRequest request, string dataSource) => new(Kind, new JsonObject
    {
        ["data_source"] = dataSource,
        ["tool"] = request.Tool,
        ["args"] = request.Arguments.DeepClone(),
        ["chips"] = new JsonArray([.. request.Chips.Select(chip => new JsonObject
        {
            ["argument"] = chip.Argument,
            ["label"] = chip.Label,
            ["value"] = chip.Value,
            ["is_default"] = chip.IsDefault,
        })]),
        ["notes"] = new JsonArray([.. request.Notes.Select(note => JsonValue.Create(note))]),
    });

    /// <summary>Writes <c>chips</c> and <c>notes</c> into the object that is open.</summary>
    public static void WriteInterpretation(Utf8JsonWriter json, ResolvedRequest request)
    {
        json.WriteStartArray("chips"u8);
        foreach (var chip in request.Chips)
        {
            json.WriteStartObject();
            json.WriteString("argument"u8, chip.Argument);
            json.WriteString("label"u8, chip.Label);
            json.WriteString("value"u8, chip.Value);
            json.WriteBoolean("is_default"u8, chip.IsDefault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes"u8);
        foreach (var note in request.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }
}
