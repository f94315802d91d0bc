using System.Globalization;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Evaluation;

/// <summary>What the command line of <c>eval</c> says.</summary>
internal sealed record EvaluationArguments(string Cases, string? Model, DateTimeOffset? Now, string? Out)
{
    public const string Usage = "Usage: eval CASES.jsonl [--model NAME] [--now 2025-01-15T12:00:00+01:00] [--out predictions.jsonl]";

    /// <exception cref="SettingException">The words cannot be used; the message says which.</exception>
    public static EvaluationArguments Parse(string[] words)
    {
        string? cases = null, model = null, output = null;
        DateTimeOffset? now = null;
        for (var i = 0; i < words.Length; i++)
        {
            switch (words[i])
            {
                case "--model":
                    model = Value(words, ref i);
                    break;
                case "--out":
                    output = Value(words, ref i);
                    break;
                case "--now":
                    now = Time(Value(words, ref i));
                    break;
                case ['-', ..]:
                    throw new SettingException($"eval does not know '{words[i]}'. {Usage}");
                default:
                    cases = cases is null ? words[i] : throw new SettingException($"eval takes one file of cases. {Usage}");
                    break;
            }
        }

        return new EvaluationArguments(cases ?? throw new SettingException(Usage), model, now, output);
    }

    private static string Value(string[] words, ref int i) =>
        ++i < words.Length ? words[i] : throw new SettingException($"{words[i - 1]} needs a value. {Usage}");

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new SettingException($"--now must be a time such as 2025-01-15T12:00:00+01:00, not '{text}'.");
}
