using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>
/// The schema of a tool's arguments for programs: the catalogue's, without what only a model needs and with the words that would
/// cost tokens in every prompt.
/// </summary>
internal static class ArgumentSchema
{
    /// <summary>Asks a model for a comment; here there is none.</summary>
    public const string Commentary = "commentary";

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["offer"] = "Id or name. A name that fits several offers is answered with the candidates.",
        ["partner"] = "Id or name. A name that fits several partners is answered with the candidates.",
        ["landing_page"] = "Id or name; must belong to the offer.",
        ["country"] = "ISO 3166 code or English name; all countries without it.",
        ["date_range"] = "In words (\"last week\", \"Dec 1 to Dec 15\") or as {\"from\":\"2024-12-01\",\"to\":\"2024-12-15\"}, both days inclusive, in the network's time zone.",
        ["min_conversions"] = "Rows with fewer are left out.",
        ["top_n"] = "How many places are listed.",
        ["label"] = "Advertisers with this label only; \"none\" for all advertisers.",
        ["drop_threshold"] = "Percent; more than this is reported.",
    };

    public static JsonObject Of(ToolDescriptor tool)
    {
        var schema = JsonNode.Parse(tool.Schema.GetRawText())!.AsObject();
        var properties = schema["properties"]!.AsObject();
        properties.Remove(Commentary);
        foreach (var (name, property) in properties)
        {
            if (Descriptions.TryGetValue(name, out var description))
            {
                property!["description"] = description;
            }

            if (name is "offer" or "partner" or "landing_page")
            {
                property!["type"] = new JsonArray("string", "integer");
            }
        }

        if (properties["date_range"] is JsonObject range)
        {
            range["type"] = new JsonArray("string", "object");
        }

        schema["additionalProperties"] = false;
        return schema;
    }
}
