using System.ComponentModel.DataAnnotations;

namespace PromptLab.Workflows.Entities;

/// <summary>Bound to the section <c>Catalogue</c>.</summary>
public sealed class CatalogueOptions
{
    public const string Section = "Catalogue";

    /// <summary>How long offers, partners and landing pages are kept before they are read again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);
}
