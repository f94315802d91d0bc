namespace PromptLab.Data.Operators;

/// <summary>Section <c>Operators</c>: who hears of what the service cannot do by itself.</summary>
public sealed class OperatorOptions
{
    public const string Section = "Operators";

    /// <summary>Name of a configured channel; without one, notices go to a conversation of <see cref="Owner"/>.</summary>
    public string? Channel { get; set; }

    /// <summary>The user who reads them then.</summary>
    public string Owner { get; set; } = "local";
}
