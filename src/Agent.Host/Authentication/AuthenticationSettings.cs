namespace PromptLab.Host.Authentication;

/// <summary>Section <c>Auth</c>.</summary>
public sealed class AuthenticationSettings
{
    public const string Section = "Auth";

    /// <summary>
    /// False lets a browser or program on this machine in without a key, as the one local user. Set it to true when a proxy on this
    /// machine passes other people's requests on.
    /// </summary>
    public bool RequireKey { get; set; }
}
