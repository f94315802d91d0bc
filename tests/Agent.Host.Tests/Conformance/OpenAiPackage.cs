using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>npm's <c>openai</c>.</summary>
internal static class OpenAiPackage
{
    /// <param name="steps">As <c>complete.mjs</c> describes them.</param>
    public static Task<IReadOnlyList<CompletionReport>> RunAsync(Uri host, params object[] steps) => RunAsync(host, null, steps);

    public static Task<IReadOnlyList<CompletionReport>> RunAsync(Uri host, string? key, object[] steps) =>
        ClientScript.RunAsync<IReadOnlyList<CompletionReport>>(["complete.mjs", host.ToString()], JsonSerializer.Serialize(steps), key);
}
