namespace PromptLab.Host.Tests.Conformance;

/// <summary>The standard's own npm packages.</summary>
internal static class AgUiPackage
{
    /// <summary>Reads events, one line of JSON each, with the schemas of <c>@ag-ui/core</c>.</summary>
    public static Task<EventReport> ValidateAsync(IEnumerable<string> events) =>
        ClientScript.RunAsync<EventReport>(["validate-events.mjs"], string.Join('\n', events));

    /// <summary>Sends messages to the host with the client of <c>@ag-ui/client</c>.</summary>
    public static Task<ClientReport> ConverseAsync(Uri host, params string[] messages) =>
        ClientScript.RunAsync<ClientReport>(["converse.mjs", host.ToString(), .. messages]);
}
