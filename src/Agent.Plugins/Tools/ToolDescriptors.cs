using System.Collections.Frozen;
using System.Text.Json;

namespace PromptLab.Plugins.Tools;

/// <summary>The descriptors of <c>tool-catalogue.json</c>, which holds every word that a model reads of the tools.</summary>
internal static class ToolDescriptors
{
    private const string Resource = "PromptLab.Plugins.Tools.tool-catalogue.json";
    private static readonly FrozenDictionary<string, JsonElement> Entries = Load();

    public static IReadOnlyCollection<string> Names => Entries.Keys;

    public static ToolDescriptor Read(string name, ToolEffect effect)
    {
        var entry = Entries[name];
        return new ToolDescriptor(name, entry.GetProperty("description").GetString()!, entry.GetProperty("parameters"), effect);
    }

    private static FrozenDictionary<string, JsonElement> Load()
    {
        using var stream = typeof(ToolDescriptors).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.EnumerateArray()
            .ToFrozenDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.Clone(), StringComparer.Ordinal);
    }
}
