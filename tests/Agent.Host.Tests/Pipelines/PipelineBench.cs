using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>What tests of runs make, and what they ask of the scripted model.</summary>
internal static class PipelineBench
{
    private static int _names;

    /// <summary>Another one each time.</summary>
    public static string Name(string name) => $"{name} {Interlocked.Increment(ref _names)}";

    public static Task<JsonElement> TemplateAsync(this ScriptedModelHost host, string content) => host.Client.CreateTemplateAsync(Name("Template"), content);

    /// <summary>The last message of a request.</summary>
    public static string? Prompt(this ScriptedModelHost host, int request) =>
        host.Model.Requests[request].Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString();
}
