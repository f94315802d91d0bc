using System.Text.Json;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>Steps over a JSON object that is read once, forwards; a value of another kind than expected counts as missing.</summary>
internal static class JsonReading
{
    /// <summary>Moves to the next property's name; false at the end of the object.</summary>
    public static bool NextProperty(this ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves to the next element that is an object; false at the end of the array.</summary>
    public static bool NextObject(this ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    /// <summary>Enters the value of the current property; false, and past it, when it is not of the kind.</summary>
    public static bool Enter(this ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    public static string? ReadText(this ref Utf8JsonReader reader) => reader.Enter(JsonTokenType.String) ? reader.GetString() : null;

    public static long? ReadNumber(this ref Utf8JsonReader reader) =>
        reader.Enter(JsonTokenType.Number) && reader.TryGetInt64(out var number) ? number : null;

    public static void SkipValue(this ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
