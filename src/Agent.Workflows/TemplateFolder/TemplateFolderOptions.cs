using System.ComponentModel.DataAnnotations;
using PromptLab.Data.ApiKeys;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Section <c>Templates</c>: the folder that templates are kept in step with.</summary>
public sealed class TemplateFolderOptions
{
    public const string Section = "Templates";

    /// <summary>Empty for none. It is made when it is missing.</summary>
    public string Folder { get; set; } = "";

    /// <summary>The user whose templates these are.</summary>
    [Required(ErrorMessage = "Templates:Owner must name a user.")]
    public string Owner { get; set; } = LocalUser.Owner;

    /// <summary>How long files must be at rest before they are read, so that a copy is not read half-way.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "Templates:Settle must be from 00:00:00 to 00:01:00.")]
    public TimeSpan Settle { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often both sides are compared anyway; changed templates reach the folder this soon.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00", ErrorMessage = "Templates:PollInterval must be from 00:00:00.100 to 01:00:00.")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    internal bool IsOn => !string.IsNullOrWhiteSpace(Folder);
}
