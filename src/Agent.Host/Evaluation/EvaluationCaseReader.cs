using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Evaluation;

/// <summary>Reads a file of cases: one JSON object per line with <c>id</c>, <c>history</c>, <c>pending_confirmation</c> and <c>utterance</c>.</summary>
internal static class EvaluationCaseReader
{
    /// <exception cref="SettingException">The file or a line of it cannot be read.</exception>
    public static async IAsyncEnumerable<EvaluationCase> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new SettingException($"There is no file of cases at '{path}'.");
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, path, number);
            }
        }
    }

    private static EvaluationCase Parse(string line, string path, int number)
    {
        try
        {
            var json = JsonNode.Parse(line)!.AsObject();
            var history = json["history"]?.AsArray().Select(message => Message(message!.AsObject())).ToList() ?? [];
            return new EvaluationCase(json["id"]!.GetValue<string>(), history, Call(json["pending_confirmation"]), json["utterance"]!.GetValue<string>());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new SettingException($"{path}:{number} is not a case: it needs the texts id and utterance, and may have history and pending_confirmation.");
        }
    }

    private static EvaluationMessage Message(JsonObject message) =>
        new(message["role"]!.GetValue<string>() == "user", message["text"]!.GetValue<string>(), Call(message));

    private static EvaluationCall? Call(JsonNode? node) =>
        node?["tool"] is { } tool ? new EvaluationCall(tool.GetValue<string>(), node["args"]?.DeepClone().AsObject() ?? []) : null;
}
