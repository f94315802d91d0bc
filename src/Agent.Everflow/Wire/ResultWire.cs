namespace PromptLab.Everflow.Wire;

/// <summary>The answer of a write without content of its own.</summary>
internal sealed class ResultWire
{
    /// <summary>Missing in an empty answer (204), which means done as well.</summary>
    public bool Result { get; set; } = true;
}
