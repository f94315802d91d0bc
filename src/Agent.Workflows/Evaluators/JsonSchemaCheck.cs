using System.Text.Json;

namespace PromptLab.Workflows.Evaluators;

internal static class JsonSchemaCheck
{
    private const int MostTold = 5;

    public static Finding Find(Evaluator evaluator, string output)
    {
        if (evaluator.Schema is not { } schema)
        {
            return Finding.Error($"{evaluator.Name} has no schema.");
        }

        JsonElement value;
        try
        {
            value = JsonElement.Parse(output);
        }
        catch (JsonException exception)
        {
            return new(false, $"The output is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        try
        {
            var run = new JsonSchemaRun(schema);
            var problems = run.Problems(value);
            return run.IsTooMuch ? Finding.Error("The schema takes too many steps on this output. Make it simpler, for example with fewer references to itself.")
                : problems.Count == 0
                ? new(true, "The output fits the schema.")
                : new(false, string.Join(' ', problems.Take(MostTold)) + (problems.Count > MostTold ? $" And {problems.Count - MostTold} more." : ""));
        }
        catch (InvalidOperationException)
        {
            // Thrown where such a text is read, as JSON allows it and .NET does not.
            return new(false, "The output has a text with half a character in it, such as \"\\ud83d\" alone.");
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return Finding.Error("A pattern of the schema took too long on this output. Make it simpler.");
        }
    }
}
