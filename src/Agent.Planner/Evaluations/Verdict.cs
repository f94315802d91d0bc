using System.Text.Json;

namespace PromptLab.Planner.Evaluations;

/// <summary>What a judge says of an output.</summary>
/// <param name="Score">0 to 1.</param>
internal sealed record Verdict(double Score, string Reason)
{
    private const int LongestReason = 2_000;

    /// <summary>Null when the reply is anything but one JSON object with exactly a score from 0 to 1 and a reason.</summary>
    public static Verdict? Parse(string reply)
    {
        try
        {
            var verdict = JsonElement.Parse(reply.Trim());
            return verdict.ValueKind == JsonValueKind.Object && verdict.GetPropertyCount() == 2
                && verdict.TryGetProperty("score", out var score) && score.ValueKind == JsonValueKind.Number && score.TryGetDouble(out var number) && number is >= 0 and <= 1
                && verdict.TryGetProperty("reason", out var reason) && reason.ValueKind == JsonValueKind.String
                    ? new(number, Short(reason.GetString()!.Trim()))
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(string reason) => reason.Length <= LongestReason ? reason : reason[..LongestReason] + "…";
}
