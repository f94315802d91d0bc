using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PromptLab.Host.Mcp;

/// <summary>
/// A page of another site must not reach the door through somebody's browser (DNS rebinding), so MCP wants the origin checked. Programs
/// that are no browser send none.
/// </summary>
internal sealed class McpOrigin(IOptions<McpDoorOptions> options)
{
    public bool IsAllowed(HttpRequest request) =>
        request.Headers[HeaderNames.Origin].ToString() is not { Length: > 0 } origin
        || Same(origin, $"{request.Scheme}://{request.Host}")
        || options.Value.AllowedOrigins.Any(allowed => Same(origin, allowed.TrimEnd('/')));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
