using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace PromptLab.Host.Mcp;

/// <summary>Requests that are refused before anything is read of them, as JSON-RPC errors.</summary>
internal static class McpRefusal
{
    private const string ProtocolVersion = "MCP-Protocol-Version";

    /// <summary>Revisions that begin with <c>initialize</c>.</summary>
    private static readonly string[] Versions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    private static JsonTypeInfo<JsonRpcError> ErrorType { get; } =
        (JsonTypeInfo<JsonRpcError>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcError));

    /// <summary>Null when the request may go on.</summary>
    public static IResult? Of(HttpRequest request, McpOrigin origins)
    {
        var version = request.Headers[ProtocolVersion].ToString();
        return !origins.IsAllowed(request) ? Create(
                StatusCodes.Status403Forbidden, McpErrorCode.InvalidRequest, "Pages of this origin may not talk to this door; Mcp:AllowedOrigins names those that may.")
            : !Accepts(request, "application/json") || !Accepts(request, "text/event-stream") ? Create(
                StatusCodes.Status406NotAcceptable, McpErrorCode.InvalidRequest, "Accept both application/json and text/event-stream.")
            : version.Length > 0 && !Versions.Contains(version) ? Create(
                StatusCodes.Status400BadRequest, McpErrorCode.UnsupportedProtocolVersion, "This revision of the protocol is not spoken here.", Spoken(version))
            : null;
    }

    public static IResult Create(int status, McpErrorCode code, string message, JsonNode? data = null) => TypedResults.Json(
        new JsonRpcError { Id = default, Error = new JsonRpcErrorDetail { Code = (int)code, Message = message, Data = data } }, ErrorType, statusCode: status);

    /// <summary>By which a client that speaks several revisions chooses another one.</summary>
    private static JsonObject Spoken(string requested) =>
        new() { ["supported"] = new JsonArray([.. Versions.Select(version => JsonValue.Create(version))]), ["requested"] = requested };

    private static bool Accepts(HttpRequest request, string type) =>
        request.GetTypedHeaders().Accept.Any(accepted => new MediaTypeHeaderValue(type).IsSubsetOf(accepted));
}
