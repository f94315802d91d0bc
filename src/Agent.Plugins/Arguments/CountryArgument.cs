using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Countries;

namespace PromptLab.Plugins.Arguments;

internal static class CountryArgument
{
    private const string Argument = "country";

    private static readonly HashSet<string> Everywhere = new(StringComparer.OrdinalIgnoreCase)
    {
        "all", "any", "all countries", "any country", "every country", "worldwide", "global", "globally", "everywhere", "world", "the world",
    };

    /// <summary>Null for all countries, and when the country is asked about.</summary>
    /// <param name="showsAll">Whether the request says so when no country was named.</param>
    public static Country? Read(RequestDraft draft, bool showsAll = true)
    {
        var text = draft.Given.Text(Argument);
        if (text is null || Everywhere.Contains(text))
        {
            if (showsAll)
            {
                draft.Show(Argument, "Country", "all countries", isDefault: text is null);
            }

            return null;
        }

        if (CountryNames.Find(text) is not { } country)
        {
            draft.Ask(Argument, $"I do not know the country “{MarkdownText.Escape(text)}”. Which country do you mean?");
            return null;
        }

        draft.Settle(Argument, country.Code);
        draft.Name(Argument, country.Name);
        draft.Show(Argument, "Country", country.Name);
        return country;
    }
}
