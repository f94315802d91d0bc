using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>The scripts of this folder, which use the clients that people use.</summary>
internal static class ClientScript
{
    private const string Folder = "tests/Agent.Host.Tests/Conformance";

    /// <summary>What the script printed, a JSON text.</summary>
    /// <param name="key">An API key; null for the local user.</param>
    public static async Task<T> RunAsync<T>(IEnumerable<string> arguments, string input = "", string? key = null)
    {
        Directory.Exists(Path.Combine(NodeScript.Root, Folder, "node_modules"))
            .ShouldBeTrue($"Run the tests with ./promptlab test, or `npm ci` in {Folder}.");
        return JsonSerializer.Deserialize<T>(await NodeScript.RunAsync(Folder, arguments, input, key), JsonSerializerOptions.Web)!;
    }
}
