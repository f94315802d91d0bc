using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Network;

/// <summary>Calls tools the way a planner does.</summary>
internal static class ToolCalls
{
    public static Task<ToolResolution> ResolveAsync(this ToolCatalogue tools, string tool, string arguments, string message = "") =>
        tools.Find(tool).ResolveAsync(new ToolArguments(JsonNode.Parse(arguments)!.AsObject()), Context(message), CancellationToken.None);

    public static async Task<ResolvedRequest> SettleAsync(this ToolCatalogue tools, string tool, string arguments, string message = "") =>
        (await tools.ResolveAsync(tool, arguments, message)).ShouldBeOfType<ToolResolution.Resolved>().Request;

    public static async Task<(ToolQuestion Question, JsonObject Known)> AskedAsync(this ToolCatalogue tools, string tool, string arguments, string message = "")
    {
        var asked = (await tools.ResolveAsync(tool, arguments, message)).ShouldBeOfType<ToolResolution.Asked>();
        return (asked.Question, asked.Known);
    }

    public static async Task<ToolOutcome> RunAsync(this ToolCatalogue tools, string tool, string arguments, string message = "", string owner = "ann") =>
        await tools.Find(tool).RunAsync(await tools.SettleAsync(tool, arguments, message), Context(message) with { Owner = owner }, CancellationToken.None);

    public static async Task<ToolAnswer> AnswerAsync(this ToolCatalogue tools, string tool, string arguments, string message = "", string owner = "ann") =>
        (await tools.RunAsync(tool, arguments, message, owner)).ShouldBeOfType<ToolOutcome.Answered>().Answer;

    public static ITool Find(this ToolCatalogue tools, string name) => tools.TryFind(name, out var tool) ? tool : throw new KeyNotFoundException(name);

    public static ToolContext Context(string message = "", IProgress<ToolProgress>? progress = null) =>
        new("ann", Guid.Empty, Guid.Empty, message, progress ?? new Progress<ToolProgress>());
}
