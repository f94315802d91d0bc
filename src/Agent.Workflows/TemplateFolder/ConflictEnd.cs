using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>What came of deciding a conflict.</summary>
public abstract record ConflictEnd
{
    private ConflictEnd()
    {
    }

    public sealed record Decided : ConflictEnd;

    /// <summary>The template and its file are not in conflict.</summary>
    public sealed record NotFound : ConflictEnd;

    /// <summary>One of the sides changed just now; look again.</summary>
    public sealed record Changed : ConflictEnd;

    /// <summary>Another node has the folder.</summary>
    public sealed record Elsewhere : ConflictEnd;

    public sealed record FileUnusable(string Problem) : ConflictEnd;

    public sealed record Refused(TemplateSaving Saving) : ConflictEnd;
}
