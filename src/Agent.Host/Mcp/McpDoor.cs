using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PromptLab.Host.Authentication;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Mcp;

/// <summary>
/// Streamable HTTP without sessions: every request is served by a server of its own, so that any node can answer it and nothing is
/// kept between two.
/// </summary>
internal sealed class McpDoor(McpOrigin origins, McpToolDescription descriptions, McpTools tools, McpPrompts prompts, PublicAddress address, ILoggerFactory loggers)
{
    private const string Instructions =
        "Figures, reports and tracking links of an affiliate network, and prompt templates. Names may be partial; a question back lists what fits. "
        + "Changes are only proposed: a person confirms them in PromptLab.";

    private static readonly Implementation Info = new()
    {
        Name = "promptlab",
        Title = "PromptLab",
        Version = typeof(McpDoor).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1",
    };

    private static JsonTypeInfo<JsonRpcMessage> MessageType { get; } =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    public async Task AnswerAsync(HttpContext http)
    {
        if (McpRefusal.Of(http.Request, origins) is { } refused)
        {
            await refused.ExecuteAsync(http);
        }
        else if (await ReadAsync(http) is { } message)
        {
            await ServeAsync(http, message);
        }
        else
        {
            await McpRefusal.Create(StatusCodes.Status400BadRequest, McpErrorCode.ParseError, "The body is no JSON-RPC message.").ExecuteAsync(http);
        }
    }

    private static async Task<JsonRpcMessage?> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(http.Request.Body, MessageType, http.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ServeAsync(HttpContext http, JsonRpcMessage message)
    {
        var response = http.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, Options(http), loggers, http.RequestServices);
        using var left = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var serving = server.RunAsync(left.Token);
        try
        {
            if (!await transport.HandlePostRequestAsync(message, response.Body, http.RequestAborted))
            {
                response.ContentType = null;
                response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        finally
        {
            await transport.DisposeAsync();
            await left.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>All in one page, so that no cursor is one of ours.</summary>
    private ListToolsResult ListTools(string? cursor) => cursor is null
        ? new ListToolsResult { Tools = descriptions.All }
        : throw new McpProtocolException("The list of tools has one page: leave the cursor out.", McpErrorCode.InvalidParams);

    private McpServerOptions Options(HttpContext http)
    {
        var owner = http.User.Owner();
        var origin = address.Of(http.Request);
        return new McpServerOptions
        {
            ServerInfo = Info,
            ServerInstructions = Instructions,
            ScopeRequests = false,
            Capabilities = new ServerCapabilities { Tools = new(), Prompts = new() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (list, _) => ValueTask.FromResult(ListTools(list.Params?.Cursor)),
                CallToolHandler = (call, token) => tools.CallAsync(call, owner, origin, token),
                ListPromptsHandler = (list, token) => prompts.ListAsync(owner, list.Params?.Cursor, token),
                GetPromptHandler = (get, token) => prompts.GetAsync(owner, get.Params.Name, get.Params.Arguments, token),
            },
        };
    }
}
