using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.AgUi;

internal static class AgUiCalls
{
    public static Task<HttpResponseMessage> RunAsync(this HttpClient client, object input, CancellationToken cancellationToken = default) => client.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/agui") { Content = JsonContent.Create(input), Headers = { Accept = { new("text/event-stream") } } },
        HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public static async Task<ChatTurn> SayAsync(this HttpClient client, string thread, string run, string text)
    {
        using var response = await client.RunAsync(Input(thread, run, text));
        return await ChatTurn.ReadAsync(response);
    }

    public static object Input(string thread, string run, object content) => new
    {
        threadId = thread,
        runId = run,
        protocolVersion = "1.0",
        state = new { anything = 1 },
        tools = Array.Empty<object>(),
        context = Array.Empty<object>(),
        forwardedProps = new { theme = "dark" },
        messages = new[] { new { id = "m1", role = "user", content } },
    };

    public static async Task<string?> ReadCodeAsync(this HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
}
