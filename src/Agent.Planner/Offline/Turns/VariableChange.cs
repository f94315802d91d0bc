using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>"Again, but in German": which variable of the last run a new value is for.</summary>
internal static class VariableChange
{
    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "English", "German", "Dutch", "French", "Spanish", "Italian", "Polish", "Portuguese", "Swedish", "Danish", "Norwegian", "Finnish", "Greek", "Turkish", "Czech",
        "Hungarian", "Romanian", "Russian", "Ukrainian", "Japanese", "Chinese", "Korean", "Arabic", "Hindi", "Engels", "Duits", "Nederlands", "Frans", "Spaans", "Italiaans",
        "Deutsch", "Englisch", "Französisch", "Spanisch", "Italienisch", "Niederländisch", "inglés", "alemán", "francés", "español", "italiano", "anglais", "allemand",
        "français", "espagnol", "italien", "néerlandais",
    };

    private static readonly HashSet<string> Leads = ["in", "for", "with", "to", "as", "on", "about", "auf", "fur", "voor", "en", "para", "pour", "op", "naar"];

    /// <summary>Changes one variable of the earlier run; the explicit ones (name=value) are set already.</summary>
    public static void Apply(Frame frame, SettledCall earlier, MessageReading reading, DateOnly today)
    {
        var variables = earlier.Args["variables"]?.DeepClone() as JsonObject ?? [];
        var isChanged = Merge(variables, frame.Arguments["variables"] as JsonObject);
        if (!isChanged && Value(reading) is { } value && Key(variables, value, reading, today) is { } key)
        {
            variables[key] = value;
            isChanged = true;
        }

        if (isChanged || variables.Count > 0)
        {
            frame.Arguments["variables"] = variables;
        }
    }

    private static bool Merge(JsonObject variables, JsonObject? given)
    {
        foreach (var (name, value) in given ?? [])
        {
            var known = variables.Select(pair => pair.Key).FirstOrDefault(key => string.Equals(key, name, StringComparison.OrdinalIgnoreCase)) ?? name;
            variables[known] = value?.DeepClone();
        }

        return given is { Count: > 0 };
    }

    private static string? Value(MessageReading reading)
    {
        if (reading.Quotes.Count > 0)
        {
            return reading.Quotes[0].Value;
        }

        var at = Enumerable.Range(0, reading.Words.Count).FirstOrDefault(index => Leads.Contains(reading.Words[index].Folded), -1) + 1;
        if (at == 0)
        {
            return null;
        }

        var end = at;
        while (end < reading.Words.Count && !reading.Words[end].IsPunctuation && reading.Words[end].Folded is not ("please" or "instead" or "now" or "this" or "time" or "pls"))
        {
            end++;
        }

        return end > at ? reading.Slice(at, end) : null;
    }

    private static string? Key(JsonObject variables, string value, MessageReading reading, DateOnly today)
    {
        bool IsDate(string text) => DatePhrases.Resolve(text, today) is not DateResolution.Unclear;
        var texts = variables.Where(pair => pair.Value is JsonValue).Select(pair => (pair.Key, Text: ArgumentText.Of(pair.Value!))).ToList();
        return texts.FirstOrDefault(pair => reading.Words.Any(word => string.Equals(word.Folded, pair.Key, StringComparison.OrdinalIgnoreCase))).Key
            ?? (Languages.Contains(value) ? texts.FirstOrDefault(pair => Languages.Contains(pair.Text)).Key ?? texts.FirstOrDefault(pair => pair.Key.StartsWith("lang", StringComparison.OrdinalIgnoreCase)).Key : null)
            ?? (IsDate(value) ? texts.FirstOrDefault(pair => IsDate(pair.Text)).Key : null)
            ?? (reading.Mentions.Any(mention => mention.MayBe(Workflows.Entities.EntityKind.Offer)) ? texts.FirstOrDefault(pair => pair.Key.Contains("offer", StringComparison.OrdinalIgnoreCase)).Key : null)
            ?? (reading.Mentions.Any(mention => mention.MayBe(Workflows.Entities.EntityKind.Partner)) ? texts.FirstOrDefault(pair => pair.Key.Contains("partner", StringComparison.OrdinalIgnoreCase)).Key : null)
            ?? (texts.Count == 1 ? texts[0].Key : null);
    }
}
