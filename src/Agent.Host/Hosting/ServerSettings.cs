using System.Net;

namespace PromptLab.Host.Hosting;

/// <summary>Section <c>Server</c>.</summary>
/// <param name="PublicAddress">Where people reach the service when that is not what requests say, as behind a proxy that ends TLS.</param>
internal sealed record ServerSettings(IPAddress Address, int Port, string Data, Uri? PublicAddress)
{
    private const int DefaultPort = 5080;

    public static ServerSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Server");
        var address = section["Address"] ?? "127.0.0.1";
        var port = section["Port"];
        return new ServerSettings(
            IPAddress.TryParse(address, out var ip) ? ip : throw new SettingException($"Server:Address must be an IP address, not '{address}'."),
            port is null ? DefaultPort
            : int.TryParse(port, out var number) && number is >= 0 and <= 65535 ? number
            : throw new SettingException($"The port (--port or Server:Port) must be a number from 0 to 65535, not '{port}'."),
            section["Data"] ?? ".data",
            ReadPublicAddress(section["PublicAddress"]));
    }

    private static Uri? ReadPublicAddress(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" } ? address
        : throw new SettingException($"Server:PublicAddress must be a web address without a path, such as https://promptlab.example, not '{text}'.");
}
