using PromptLab.Data.TemplateFolder;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>Which file is which template's: the one that it had, else the one that has its name, be it new or renamed.</summary>
internal sealed class FolderPairs
{
    private readonly List<(TemplateFileRow Template, FolderFile? File)> _pairs = [];
    private readonly List<FolderFile> _others;

    private FolderPairs(IReadOnlyList<FolderFile> files) => _others = [.. files];

    public IReadOnlyList<(TemplateFileRow Template, FolderFile? File)> Pairs => _pairs;

    /// <summary>Files that no template has.</summary>
    public IReadOnlyList<FolderFile> Others => _others;

    public static FolderPairs Of(IReadOnlyList<TemplateFileRow> templates, IReadOnlyList<FolderFile> files)
    {
        var pairs = new FolderPairs(files);
        var lonely = new List<TemplateFileRow>();
        foreach (var template in templates.OrderBy(template => template.TemplateId))
        {
            if (template.File is { } name && pairs.Take(file => file.Key == FolderFile.KeyOf(name)) is { } own)
            {
                pairs._pairs.Add((template, own));
            }
            else
            {
                lonely.Add(template);
            }
        }

        foreach (var template in lonely)
        {
            pairs._pairs.Add((template, template.DeletedAt is null ? pairs.Take(file => IsOf(template, file)) : null));
        }

        return pairs;
    }

    private static bool IsOf(TemplateFileRow template, FolderFile file) =>
        file.Content is { Draft: { } draft, Hash: var hash }
        && (string.Equals(draft.Name, template.Name, StringComparison.OrdinalIgnoreCase) || (template.BaseHash is { } known && known == hash));

    private FolderFile? Take(Predicate<FolderFile> isIt)
    {
        var place = _others.FindIndex(isIt);
        if (place < 0)
        {
            return null;
        }

        var file = _others[place];
        _others.RemoveAt(place);
        return file;
    }
}
