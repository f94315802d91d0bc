namespace PromptLab.Host.Hosting;

/// <summary>Where people reach this service: as it is set, otherwise as the request came.</summary>
/// <param name="Setting"><c>Server:PublicAddress</c>; null when it is not set.</param>
internal sealed record PublicAddress(Uri? Setting)
{
    private static readonly Uri Here = new("http://localhost/");

    /// <summary>A request may name no host, or none that an address can have.</summary>
    public Uri Of(HttpRequest request) =>
        Setting ?? (Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var asked) ? asked : Here);

    /// <summary>Whether a page that sends this origin is one of the service's own.</summary>
    public bool IsOwn(HttpRequest request, string origin) =>
        Same(origin, $"{request.Scheme}://{request.Host}") || (Setting is { } address && Same(origin, address.GetLeftPart(UriPartial.Authority)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
