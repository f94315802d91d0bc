using System.Text.Json;

namespace PromptLab.Host.Slack;

/// <summary>JSON that others wrote, read without trust in its shape.</summary>
internal static class SlackJson
{
    /// <summary>Null when there is no text at the end of the path.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
