using System.Text.Json;

namespace PromptLab.Host.Tests.Conformance;

/// <summary>The scripts of this folder, which use the standard's own npm packages.</summary>
internal static class AgUiPackage
{
    private const string Folder = "tests/Agent.Host.Tests/Conformance";

    /// <summary>Reads events, one line of JSON each, with the schemas of <c>@ag-ui/core</c>.</summary>
    public static async Task<EventReport> ValidateAsync(IEnumerable<string> events) =>
        Read<EventReport>(await RunAsync(["validate-events.mjs"], string.Join('\n', events)));

    /// <summary>Sends messages to the host with the client of <c>@ag-ui/client</c>.</summary>
    public static async Task<ClientReport> ConverseAsync(Uri host, params string[] messages) =>
        Read<ClientReport>(await RunAsync(["converse.mjs", host.ToString(), .. messages]));

    private static Task<string> RunAsync(string[] arguments, string input = "")
    {
        Directory.Exists(Path.Combine(NodeScript.Root, Folder, "node_modules"))
            .ShouldBeTrue($"Run the tests with ./promptlab test, or `npm ci` in {Folder}.");
        return NodeScript.RunAsync(Folder, arguments, input);
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)!;
}
