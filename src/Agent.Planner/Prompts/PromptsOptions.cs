namespace PromptLab.Planner.Prompts;

/// <summary>Section <c>Prompts</c>: where the prompt files are and how changes of them are noticed.</summary>
public sealed class PromptsOptions
{
    public const string Section = "Prompts";

    /// <summary>
    /// Holds <c>&lt;name&gt;/&lt;version&gt;.yaml</c> and <c>&lt;name&gt;/active</c>. A relative path is looked for in the content root, then beside the
    /// program.
    /// </summary>
    public string Directory { get; set; } = "prompts";

    /// <summary>How long files must be at rest before they are read again, so that a copy is not read half-way.</summary>
    public TimeSpan Settle { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often the files are read again anyway; network and container mounts report no changes.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);
}
