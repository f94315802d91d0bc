using System.Text.RegularExpressions;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>The text that a template is to be run on: "Run the Summarizer on …". It is data and must not be read as a request.</summary>
internal static partial class TemplateRunText
{
    /// <summary>A message that names the template in so many words, and the text; the message itself and null when it is something else.</summary>
    public static (string Head, string? Text) Split(string message, NameFinder names, DateOnly today)
    {
        var run = Run().Match(message);
        if (!run.Success)
        {
            return (Alone(message, names, today) ?? message, null);
        }

        var (name, text) = (run.Groups["name"].Value.Trim(), run.Groups["text"].Value.Trim());
        var isTold = run.Groups["noun"].Success || run.Groups["tail"].Success;
        return (isTold || IsUnknown(name, names)) && !IsDay(text, today) ? ($"Run the template \"{name}\"", text) : (message, null);
    }

    /// <summary>"Run the Summarizer", "Run Greeter with name = Ann": a name that means nothing else, and behind it only values. Null when it is something else.</summary>
    private static string? Alone(string message, NameFinder names, DateOnly today)
    {
        var run = RunAlone().Match(message);
        var name = run.Groups["name"].Value;
        return run.Success && IsUnknown(name, names) && !IsDay(name, today) && CountryNames.FindIn(name).Count == 0
            ? $"Run the template \"{name}\"{run.Groups["values"].Value}"
            : null;
    }

    /// <summary>Neither of the network nor of the vocabulary: "Run the Performance Summary on …" is another matter.</summary>
    private static bool IsUnknown(string name, NameFinder names)
    {
        var words = WordReader.Read(name);
        return Lexicon.Embedded.Read(words, _ => false).Count == 0 && names.Find(words, _ => false).All(hint => hint.IsFuzzy || hint.IsWeak);
    }

    private static bool IsDay(string text, DateOnly today) => DatePhrases.Find(text, today, null).Any(span => span.Start == 0);

    [GeneratedRegex("""^\s*(?i:(?:(?:please|pls|can you|could you)\s+)?(?:run|execute|apply|use)\s+(?:(?:the|my|our)\s+)?(?:(?:prompt\s+)?(?<noun>template)\s+)?)(?:["“](?<name>[^"”]{1,120})["”]|(?<name>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3}))(?:\s+(?<tail>template))?\s+on(?:\s*:|\s+(?:this|the following)(?:\s+text)?\s*:|\s)\s*(?<text>\S.*)$""", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Run();

    [GeneratedRegex("""^\s*(?i:(?:(?:please|pls|can you|could you)\s+)?(?:run|execute)\s+(?:(?:the|my|our)\s+)?)(?<name>[A-Z][\w-]*(?:\s+[A-Z][\w-]*){0,3})(?<values>\s+(?i:with|using)\s+[A-Za-z_]\w*\s*=\s*\S.*?)?\s*[.!?]?\s*$""", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RunAlone();
}
