namespace PromptLab.Workflows.Words;

/// <summary>Common words of the five languages that are spelt right, however near they are to a word of some vocabulary.</summary>
public static class OrdinaryWords
{
    private static readonly HashSet<string> Words = [.. EmbeddedLines.Read(typeof(OrdinaryWords), "ordinary.txt").SelectMany(line => line.Split(' '))];

    public static bool Contains(string folded) => Words.Contains(folded);
}
