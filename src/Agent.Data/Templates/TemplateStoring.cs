namespace PromptLab.Data.Templates;

/// <summary>What came of storing a template; nothing is stored unless it is <see cref="Stored"/>.</summary>
public abstract record TemplateStoring
{
    private TemplateStoring()
    {
    }

    /// <param name="Version">The newest version now.</param>
    /// <param name="IsNewVersion">False when its text was the newest one already.</param>
    public sealed record Stored(TemplateRow Template, TemplateVersionRow Version, bool IsNewVersion) : TemplateStoring;

    public sealed record NotFound : TemplateStoring;

    /// <summary>The owner has another template of this name.</summary>
    public sealed record NameTaken : TemplateStoring;

    /// <summary>Somebody changed it since the revision that the change was made for.</summary>
    public sealed record Stale(int Revision) : TemplateStoring;
}
