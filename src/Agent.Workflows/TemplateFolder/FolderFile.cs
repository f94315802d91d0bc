namespace PromptLab.Workflows.TemplateFolder;

/// <summary>A file of the folder as it was read.</summary>
/// <param name="text">Null when it could not be read.</param>
/// <param name="hash">Of its bytes.</param>
/// <param name="problem">Why it could not be read; null when it could.</param>
internal sealed class FolderFile(string name, string? text, string hash, string? problem)
{
    private readonly Lazy<SyncText> _content = new(() => problem is null ? SyncText.Read(text!) : new SyncText(null, null, problem));

    public string Name => name;

    /// <summary>The same for names that some file systems take for the same.</summary>
    public string Key => KeyOf(name);

    public string? Text => text;

    public string Hash => hash;

    /// <summary>What it says; worked out when it is asked for.</summary>
    public SyncText Content => _content.Value;

    public static string KeyOf(string name) => name.ToLowerInvariant();
}
