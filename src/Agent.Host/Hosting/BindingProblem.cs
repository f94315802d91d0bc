using System.Text.RegularExpressions;

namespace PromptLab.Host.Hosting;

/// <summary>A setting that is no setting, or has a value of another kind, in words for whoever set it.</summary>
internal static partial class BindingProblem
{
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

    /// <summary>Null when the failure has another reason.</summary>
    public static string? Of(InvalidOperationException exception) =>
        exception.Source != Binder ? null
        : Unknown().Match(exception.Message + exception.InnerException?.Message) is { Success: true } unknown
            ? $"There is no setting {unknown.Groups[1].Value}. Check its spelling."
        : Unreadable().Match(exception.Message) is { Success: true } value
            ? $"{value.Groups[2].Value} is '{value.Groups[1].Value}', which cannot be read. Give {Kind(value.Groups[3].Value)}."
        : exception.Message;

    private static string Kind(string type) => type switch
    {
        "System.Boolean" => "true or false",
        "System.TimeSpan" => "a time such as 00:05:00",
        "System.Uri" => "an address such as https://example.com",
        _ when type.StartsWith("System.", StringComparison.Ordinal) => "a number",
        _ => "one of the values that the documentation names",
    };

    [GeneratedRegex(@"were not found on the instance of \S+: (.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^Failed to convert configuration value(?: '(.*)')? at '(.+)' to type '(.+)'\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Unreadable();
}
