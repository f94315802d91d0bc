using System.Text;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.TemplateFolder;

/// <summary>The YAML files of one folder. Nothing is read or written outside it, and no link is followed.</summary>
internal sealed partial class FolderFiles(string folder)
{
    private const long Largest = 1_000_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>In the order of their names. What cannot be read is among them, with the reason.</summary>
    /// <exception cref="IOException">The folder is not there.</exception>
    public IReadOnlyList<FolderFile> Read() =>
        [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => IsOurs(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal).Select(Read)];

    /// <summary>Writes the whole file or nothing.</summary>
    /// <param name="expected">The hash of what is replaced; null when there must be none.</param>
    /// <returns>The new hash; null, and nothing written, when another file is there than was expected.</returns>
    public string? Write(string name, string text, string? expected)
    {
        var path = PathOf(name);
        if (HashOf(path) != expected)
        {
            return null;
        }

        var bytes = Utf8.GetBytes(text);
        var temporary = PathOf($".{name}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: expected is not null);
        }
        finally
        {
            File.Delete(temporary);
        }

        return SyncText.HashOf(bytes);
    }

    /// <summary>False, and nothing deleted, when it is another file than was expected.</summary>
    public bool Delete(string name, string expected)
    {
        var path = PathOf(name);
        if (HashOf(path) != expected)
        {
            return false;
        }

        File.Delete(path);
        return true;
    }

    /// <summary>What a process left behind that died while it wrote.</summary>
    public void Clean()
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => Temporary().IsMatch(file.Name)))
        {
            file.Delete();
        }
    }

    private static FolderFile Read(FileInfo file)
    {
        if (file.LinkTarget is not null)
        {
            return new(file.Name, null, "", "It is a link; links are not followed.");
        }

        try
        {
            if (file.Length > Largest)
            {
                return new(file.Name, null, "", $"It has {file.Length:N0} bytes; at most {Largest:N0} are read.");
            }

            var bytes = File.ReadAllBytes(file.FullName);
            return new(file.Name, Text(bytes), SyncText.HashOf(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new(file.Name, null, "", "It is not written in UTF-8.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(file.Name, null, "", "It cannot be read.");
        }
    }

    private static string Text(byte[] bytes) => Utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);

    private static bool IsOurs(string name) =>
        !name.StartsWith('.') && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));

    private static string? HashOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is not null ? "" : file.Exists ? SyncText.HashOf(File.ReadAllBytes(path)) : null;
    }

    private string PathOf(string name) =>
        Path.GetFileName(name) == name ? Path.Combine(folder, name) : throw new InvalidOperationException("A file name leads out of the folder.");

    [GeneratedRegex(@"^\..+\.ya?ml\.[0-9a-f]{32}\.tmp$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Temporary();
}
