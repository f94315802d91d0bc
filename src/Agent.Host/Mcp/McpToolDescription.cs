using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using PromptLab.Host.Workflows;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <summary>The tools of the catalogue as MCP describes tools.</summary>
internal sealed class McpToolDescription(ToolCatalogue catalogue, IOptions<JsonOptions> json)
{
    /// <summary>Tools that only work with what the service itself keeps.</summary>
    private static readonly HashSet<string> Own = ["list_alerts", "update_alert", "list_templates", "create_template", "list_pipelines", "schedule"];

    /// <summary>Tools that can undo what was there: a schedule can be cancelled.</summary>
    private static readonly HashSet<string> Destroys = ["schedule"];

    private readonly Lazy<IList<Tool>> _tools = new(() => [.. catalogue.All.Select(tool => Describe(tool.Descriptor, json.Value.SerializerOptions))]);

    public IList<Tool> All => _tools.Value;

    /// <summary>True for a tool that has nothing to do with the network.</summary>
    public static bool IsOwn(string tool) => Own.Contains(tool);

    private static Tool Describe(ToolDescriptor tool, JsonSerializerOptions options)
    {
        var isReadOnly = tool.Effect == ToolEffect.Read;
        return new Tool
        {
            Name = tool.Name,
            Title = char.ToUpperInvariant(tool.Name[0]) + tool.Name[1..].Replace('_', ' '),
            Description = tool.Effect == ToolEffect.Write
                ? tool.Description + " Changes nothing by itself: what needs a change is proposed, and a person confirms it in PromptLab."
                : tool.Description,
            InputSchema = JsonSerializer.SerializeToElement(ArgumentSchema.Of(tool)),
            OutputSchema = JsonSerializer.SerializeToElement(Output(tool, options)),
            Annotations = new ToolAnnotations
            {
                ReadOnlyHint = isReadOnly,
                DestructiveHint = Destroys.Contains(tool.Name),
                IdempotentHint = isReadOnly || tool.Name == "update_alert",
                OpenWorldHint = !IsOwn(tool.Name),
            },
        };
    }

    private static JsonObject Output(ToolDescriptor tool, JsonSerializerOptions options)
    {
        var reply = typeof(McpToolReply<>).MakeGenericType(tool.Result ?? typeof(JsonObject));
        var schema = options.GetJsonSchemaAsNode(reply).AsObject();
        schema["type"] = "object";
        return schema;
    }
}
