using PromptLab.Data.Alerts;

namespace PromptLab.Plugins.Alerts;

/// <summary>What a rule found on a day.</summary>
/// <param name="Entities">One each, for example <c>partner:165</c>.</param>
/// <param name="Content">What an alert says of some of them.</param>
internal sealed record AlertFindings(IReadOnlyList<string> Entities, Func<IReadOnlyList<string>, AlertContent> Content)
{
    /// <summary>The same name for a partner in every run.</summary>
    public static string Partner(int id) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"partner:{id}");
}
