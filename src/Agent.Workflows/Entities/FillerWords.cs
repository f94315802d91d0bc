using System.Collections.Frozen;

namespace PromptLab.Workflows.Entities;

/// <summary>
/// Words that people put around a name ("the holiday offer", "Affiliate Masters' account") in the languages of the chat.
/// They may also be part of a name, so they are ignored only where the name itself is not met.
/// </summary>
internal static class FillerWords
{
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(
        StringComparer.Ordinal,
        "the", "a", "an", "my", "our", "that", "this", "de", "het", "een", "onze", "der", "die", "das", "den", "dem", "unser", "unsere",
        "el", "la", "los", "las", "nuestra", "nuestro", "le", "les", "l", "notre", "for", "on", "to", "from", "of");

    private static readonly FrozenSet<string> Any = FrozenSet.Create(
        StringComparer.Ordinal, "id", "number", "no", "nr", "named", "called", "one", "please", "pls", "plz", "thing");

    private static readonly FrozenSet<string> Offers = FrozenSet.Create(
        StringComparer.Ordinal,
        "offer", "offers", "campaign", "ofr", "ofer", "aanbieding", "campagne", "angebot", "kampagne", "oferta", "campana", "offre");

    private static readonly FrozenSet<string> Partners = FrozenSet.Create(
        StringComparer.Ordinal,
        "partner", "partners", "affiliate", "affiliates", "publisher", "pub", "account", "aff", "prtnr", "guys", "team", "socio", "afiliado",
        "partenaire", "affilie", "konto", "cuenta", "compte");

    private static readonly FrozenSet<string> LandingPages = FrozenSet.Create(
        StringComparer.Ordinal,
        "landing", "page", "pages", "lp", "lps", "lander", "url", "landingspagina", "pagina", "landingpage", "seite", "zielseite");

    public static bool IsFiller(string word, EntityKind kind, bool isFirst) =>
        IsArticle(word, isFirst) || Any.Contains(word) || Nouns(kind).Contains(word);

    /// <summary>Only at the beginning: the last word of "Evergreen Offer A" is part of a name.</summary>
    public static bool IsArticle(string word, bool isFirst) => isFirst && Articles.Contains(word);

    private static FrozenSet<string> Nouns(EntityKind kind) => kind switch
    {
        EntityKind.Offer => Offers,
        EntityKind.Partner => Partners,
        _ => LandingPages,
    };
}
