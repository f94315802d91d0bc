using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>How a tool stands in the OpenAPI document.</summary>
internal static class WorkflowDescription
{
    private const string ReadText = "Answers 200 with the result, or with status `asked` when a clear request ends in a question. ";
    private const string WriteText = "Writes nothing before a person has confirmed: answers 202 with the confirmation, or 200 when nothing needed one. ";
    private const string ProblemText = "Arguments that are missing, unclear or unknown give 422 with `errors` by argument and, where there are any, `question.choices`.";

    private static readonly int[] Problems =
    [
        StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests,
        StatusCodes.Status502BadGateway, StatusCodes.Status503ServiceUnavailable, StatusCodes.Status504GatewayTimeout,
    ];

    public static RouteHandlerBuilder DescribeTool(this RouteHandlerBuilder endpoint, ToolDescriptor tool)
    {
        var reply = typeof(WorkflowReply<>).MakeGenericType(tool.Result ?? typeof(JsonObject));
        endpoint.WithDescription((tool.Effect == ToolEffect.Write ? WriteText : ReadText) + ProblemText);
        endpoint.Produces(StatusCodes.Status200OK, reply);
        if (tool.Effect == ToolEffect.Write)
        {
            endpoint.Produces(StatusCodes.Status202Accepted, reply);
        }

        foreach (var status in Problems)
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var schema = ArgumentSchema.Of(tool);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = schema["required"] is JsonArray { Count: > 0 },
                Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = SchemaOf(schema) } },
            };
            return Task.CompletedTask;
        });
    }

    private static OpenApiSchema SchemaOf(JsonObject schema) => new()
    {
        Type = TypeOf(schema["type"]),
        Description = (string?)schema["description"],
        Enum = schema["enum"] is JsonArray values ? [.. values.Select(value => value!.DeepClone())] : null,
        Items = schema["items"] is JsonObject items ? SchemaOf(items) : null,
        Required = schema["required"] is JsonArray required ? required.Select(name => (string)name!).ToHashSet() : null,
        Properties = schema["properties"] is JsonObject properties
            ? properties.ToDictionary(property => property.Key, property => (IOpenApiSchema)SchemaOf(property.Value!.AsObject()))
            : null,
        AdditionalPropertiesAllowed = schema["additionalProperties"] is null,
    };

    private static JsonSchemaType? TypeOf(JsonNode? type) => type switch
    {
        JsonArray several => several.Select(one => TypeOf(one)).Aggregate((left, right) => left | right),
        JsonValue one => Enum.Parse<JsonSchemaType>((string)one!, ignoreCase: true),
        _ => null,
    };
}
