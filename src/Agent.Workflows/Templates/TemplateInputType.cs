using System.Globalization;

namespace PromptLab.Workflows.Templates;

/// <summary>What may be given for a variable. The names are a public contract.</summary>
public static class TemplateInputType
{
    public const string Text = "text";
    public const string Number = "number";
    public const string WholeNumber = "integer";
    public const string Boolean = "boolean";

    /// <summary>A day, <c>2025-01-15</c>.</summary>
    public const string Date = "date";

    /// <summary>One of the input's options.</summary>
    public const string Choice = "choice";

    public static IReadOnlyList<string> All { get; } = [Text, Number, WholeNumber, Boolean, Date, Choice];

    /// <summary>Null when the value is of the input's type, otherwise what is expected, to follow "must be".</summary>
    internal static string? Expectation(TemplateInput input, string value) => input.Type switch
    {
        Number when !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number such as 12.5",
        WholeNumber when !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
        Boolean when value is not ("true" or "false") => "true or false",
        Date when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a day such as 2025-01-15",
        Choice when !input.Options.Contains(value, StringComparer.Ordinal) => $"one of {string.Join(", ", input.Options)}",
        _ => null,
    };
}
