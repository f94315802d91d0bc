namespace PromptLab.Plugins.Tools;

/// <summary>What a tool leaves behind. Only <see cref="Write"/> needs a person's yes.</summary>
public enum ToolEffect
{
    /// <summary>Nothing.</summary>
    Read,

    /// <summary>A file of what it read.</summary>
    Export,

    /// <summary>An execution of the person's own templates.</summary>
    Run,

    /// <summary>A change of what the person keeps here. It is done at once, and not a second time by asking for its answer again.</summary>
    Change,

    /// <summary>A change in the network.</summary>
    Write,
}
