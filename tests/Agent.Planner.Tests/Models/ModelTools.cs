using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Tests.Models;

/// <summary>Declared functions, as the planner hands them to a model.</summary>
internal static class ModelTools
{
    public static IList<AITool> Of(params string[] names) => [.. names.Select(Declare)];

    private static AITool Declare(string name) => AIFunctionFactory.CreateDeclaration(
        name,
        "Best landing pages – by \"rate\".",
        JsonElement.Parse("""
            {
              "type": "object",
              "properties": { "offer": { "type": "string" }, "top_n": { "type": "integer" } },
              "required": [ "offer" ]
            }
            """u8));
}
