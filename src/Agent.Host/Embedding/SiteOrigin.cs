namespace PromptLab.Host.Embedding;

/// <summary>The origin of a site, as browsers send it.</summary>
internal static class SiteOrigin
{
    public const string Rule = "An origin is a scheme, a name and perhaps a port, in lower case and without a path: https://intranet.example or http://localhost:8080.";

    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.GetLeftPart(UriPartial.Authority) == text;
}
