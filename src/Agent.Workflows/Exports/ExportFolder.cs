using Microsoft.Extensions.Options;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// Where files are. Each export has up to four, named by its id: the report and its manifest, and while it is written a part and
/// sometimes a spool of raw rows.
/// </summary>
public sealed class ExportFolder(IOptions<ExportOptions> options)
{
    private readonly string _path = Path.GetFullPath(options.Value.Directory);
    private readonly long _keepFree = options.Value.KeepFree;

    public string Report(Guid id) => Path.Combine(_path, $"{id:N}.csv");

    public string Manifest(Guid id) => Path.Combine(_path, $"{id:N}.json");

    internal string Part(Guid id) => Path.Combine(_path, $"{id:N}.part");

    internal string ManifestPart(Guid id) => Path.Combine(_path, $"{id:N}.json.part");

    internal string Spool(Guid id) => Path.Combine(_path, $"{id:N}.spool");

    internal void Create() => Directory.CreateDirectory(_path);

    /// <exception cref="ExportException">So little is left that nothing more is written.</exception>
    internal void CheckSpace()
    {
        if (new DriveInfo(_path).AvailableFreeSpace < _keepFree)
        {
            throw ExportException.DiskFull();
        }
    }

    internal void Remove(Guid id)
    {
        foreach (var path in new[] { Report(id), Manifest(id), Part(id), ManifestPart(id), Spool(id) })
        {
            File.Delete(path);
        }
    }

    /// <summary>The exports that have files here, whole or not. Files of other names are nobody's here and stay.</summary>
    internal IReadOnlySet<Guid> Ids() => Directory.Exists(_path)
        ? Directory.EnumerateFiles(_path).Select(IdOf).OfType<Guid>().ToHashSet()
        : new HashSet<Guid>();

    private static Guid? IdOf(string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return name.Length > 33 && name[32] == '.' && Guid.TryParseExact(name[..32], "N", out var id) ? id : null;
    }
}
