namespace PromptLab.Planner.Models;

/// <summary>Section <c>Models</c>: the named providers, which one answers, and which one stands in.</summary>
public sealed class ModelsOptions
{
    public const string Section = "Models";

    /// <summary>The provider that is always there, whatever the configuration says.</summary>
    public const string Offline = "offline";

    /// <summary>The provider that answers when none is named.</summary>
    public string Default { get; set; } = Offline;

    /// <summary>The provider that answers when another one fails before its first content; empty for none.</summary>
    public string Fallback { get; set; } = Offline;

    /// <summary>By name, case-insensitive. <c>offline</c> need not be listed.</summary>
    public Dictionary<string, ProviderOptions> Providers { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
