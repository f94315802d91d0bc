namespace PromptLab.Workflows.Words;

/// <summary>Vocabulary files that travel inside an assembly.</summary>
public static class EmbeddedLines
{
    /// <summary>The lines of a resource in the folder (namespace) of <paramref name="neighbour"/>, without comments and empty lines.</summary>
    public static IEnumerable<string> Read(Type neighbour, string name)
    {
        using var stream = neighbour.Assembly.GetManifestResourceStream(neighbour, name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded beside {neighbour}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
