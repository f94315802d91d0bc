namespace PromptLab.Host.Mcp;

/// <summary>Section <c>Mcp</c>.</summary>
internal sealed class McpDoorOptions
{
    public const string Section = "Mcp";

    /// <summary>Origins of web pages, other than the service's own, that may talk to the door, for example <c>https://inspector.example</c>.</summary>
    public IList<string> AllowedOrigins { get; init; } = [];
}
