using System.Text.Encodings.Web;
using System.Text.Json;

namespace PromptLab.Planner.Turns;

/// <summary>How the parts of a turn are stored as JSON.</summary>
internal static class TurnJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
