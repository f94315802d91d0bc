using System.Text.Json;
using PromptLab.Workflows.Evaluators;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Datasets;

/// <summary>Every reason at once why a row cannot be saved.</summary>
internal static class DatasetCaseCheck
{
    public const string HalfCharacter = "A text has half a character in it, such as \"\\ud83d\" alone. Write the whole one.";

    private const int MostVariables = 50;
    private const int LongestText = 50_000;
    private const int LongestRow = 200_000;
    private const int LongestNote = 2_000;

    public static IEnumerable<string> Problems(DatasetCaseDraft row)
    {
        if (row.Variables.Count == 0 && row.Expected is null)
        {
            yield return "The row is empty: give it variables, or an expected text.";
        }

        if (!IsWhole(row.Expected))
        {
            yield return HalfCharacter;
            yield break;
        }

        if (row.Variables.Count > MostVariables)
        {
            yield return $"A row has at most {MostVariables} variables.";
        }

        foreach (var name in row.Variables.Keys.Where(name => !PlaceholderText.IsVariableName(name)))
        {
            yield return $"“{name}” is no variable name: use letters, digits and _, beginning with a letter.";
        }

        foreach (var (name, value) in row.Variables.Where(pair => pair.Value.Length > LongestText))
        {
            yield return $"{name} has {value.Length} characters; at most {LongestText} are kept.";
        }

        var expected = Expectation.Text(row.Expected)?.Length ?? 0;
        if (expected > LongestText)
        {
            yield return $"The expected text has {expected} characters; at most {LongestText} are kept.";
        }

        if (row.Note.Length > LongestNote)
        {
            yield return $"A note has at most {LongestNote} characters.";
        }

        if (row.Variables.Sum(pair => pair.Key.Length + pair.Value.Length) + expected > LongestRow)
        {
            yield return $"A row has at most {LongestRow} characters.";
        }
    }

    // JSON allows what no text can hold, and it breaks only where it is written or read.
    private static bool IsWhole(JsonElement? expected)
    {
        try
        {
            _ = expected is { } json ? TemplateJson.Write(json) : null;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
