namespace PromptLab.Plugins.Tools;

/// <summary>Whether a tool only reads, or changes something in the network and so needs a person's yes.</summary>
public enum ToolEffect
{
    Read,
    Write,
}
