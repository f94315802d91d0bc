namespace PromptLab.Workflows.Templates;

/// <summary>What came of saving a template; nothing is changed unless it is <see cref="Saved"/>.</summary>
public abstract record TemplateSaving
{
    private TemplateSaving()
    {
    }

    /// <param name="Version">The newest one now.</param>
    /// <param name="IsNewVersion">False when nothing of the text changed.</param>
    public sealed record Saved(Template Template, TemplateVersion Version, bool IsNewVersion) : TemplateSaving;

    public sealed record NotFound : TemplateSaving;

    /// <summary>The user sees it, as its owner shares it, but may not change it.</summary>
    public sealed record NotOwner(string Owner) : TemplateSaving;

    public sealed record VersionNotFound(int Number) : TemplateSaving;

    /// <param name="Name">Of another template of the same owner.</param>
    public sealed record NameTaken(string Name) : TemplateSaving;

    /// <summary>Somebody changed it since it was read.</summary>
    public sealed record Stale(int Revision) : TemplateSaving;

    public sealed record LabelProtected(string Label) : TemplateSaving;

    /// <summary>The version has not passed the dataset that the label demands.</summary>
    /// <param name="Reason">A sentence that says which evaluation to run.</param>
    public sealed record LabelGated(string Label, Guid DatasetId, int Version, string Reason) : TemplateSaving;

    public sealed record LabelNotFound(string Label) : TemplateSaving;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<TemplateProblem> Problems) : TemplateSaving;
}
