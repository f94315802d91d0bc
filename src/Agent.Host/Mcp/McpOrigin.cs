using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Mcp;

/// <summary>
/// A page of another site must not reach the door through somebody's browser (DNS rebinding), so MCP wants the origin checked. Programs
/// that are no browser send none.
/// </summary>
internal sealed class McpOrigin(PublicAddress address, IOptions<McpDoorOptions> options)
{
    public bool IsAllowed(HttpRequest request) =>
        request.Headers[HeaderNames.Origin].ToString() is not { Length: > 0 } origin
        || address.IsOwn(request, origin)
        || options.Value.AllowedOrigins.Any(allowed => string.Equals(origin, allowed.TrimEnd('/'), StringComparison.OrdinalIgnoreCase));
}
