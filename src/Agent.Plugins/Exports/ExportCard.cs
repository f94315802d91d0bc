using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

/// <summary>An <c>export</c> card: exactly what the API says of an export.</summary>
internal static class ExportCard
{
    public static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Card Of(ExportedReport export) => new("export", (JsonObject)JsonSerializer.SerializeToNode(export, Json)!);
}
