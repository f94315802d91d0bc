using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>npm's <c>@modelcontextprotocol/sdk</c>.</summary>
internal static class ContextPackage
{
    /// <param name="steps">As <c>model-context.mjs</c> describes them.</param>
    public static Task<ContextReport> RunAsync(Uri host, params object[] steps) => RunAsync(host, null, steps);

    public static Task<ContextReport> RunAsync(Uri host, string? key, object[] steps) =>
        ClientScript.RunAsync<ContextReport>(["model-context.mjs", host.ToString()], JsonSerializer.Serialize(steps), key);
}
