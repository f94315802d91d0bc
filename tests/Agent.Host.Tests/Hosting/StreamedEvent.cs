using System.Text.Json;

namespace PromptLab.Host.Tests.Hosting;

public sealed record StreamedEvent(string Id, JsonElement Json)
{
    public string Type => Json.GetProperty("type").GetString()!;
}
