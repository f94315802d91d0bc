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
            var problems = new JsonSchemaRun(schema).Problems(value);
            return problems.Count == 0
                ? new(true, "The output fits the schema.")
                : new(false, string.Join(' ', problems.Take(MostTold)) + (problems.Count > MostTold ? $" And {problems.Count - MostTold} more." : ""));
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return Finding.Error("A pattern of the schema took too long on this output. Make it simpler.");
        }
    }
}
