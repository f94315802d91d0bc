using System.ComponentModel.DataAnnotations;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>Bound to the section <c>DefaultPages</c>: what a check looks for unless a rule says otherwise.</summary>
public sealed class DefaultPagesOptions
{
    public const string Section = "DefaultPages";

    /// <summary>Words that make a landing page a default one; empty for <c>default</c> and <c>fallback</c>.</summary>
    [MaxLength(20)]
    public string[] Keywords { get; set; } = [];

    internal IReadOnlyList<string> Words => Keywords.Length == 0 ? DefaultPageCheckRequest.DefaultKeywords : Keywords;

    /// <summary>The check of a day with the configured words.</summary>
    public DefaultPageCheckRequest Check(DateOnly date, int clickThreshold) => new(date, clickThreshold) { Keywords = Words };
}
