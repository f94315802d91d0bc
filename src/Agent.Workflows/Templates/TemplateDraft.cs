namespace PromptLab.Workflows.Templates;

/// <summary>A template as somebody wants it saved.</summary>
/// <param name="Message">Why, in the author's words; may be empty.</param>
/// <param name="Sharing">Null keeps it, and makes a new template private.</param>
public sealed record TemplateDraft(string Name, string Description, IReadOnlyList<string> Tags, TemplateBody Body, string Message, string? Sharing = null)
{
    /// <summary>As it is saved: without needless spaces, tags in small letters and once each.</summary>
    internal TemplateDraft Tidy() => this with
    {
        Name = Name.Trim(),
        Description = Description.Trim(),
        Tags = [.. Tags.Select(tag => tag.Trim().ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
        Body = Body with { SystemPrompt = string.IsNullOrWhiteSpace(Body.SystemPrompt) ? null : Body.SystemPrompt },
        Message = Message.Trim(),
    };
}
