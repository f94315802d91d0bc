using System.Text.Json;
using PromptLab.Testing.Time;

namespace PromptLab.Host.Tests.Feed;

/// <summary>An open <c>/api/v1/alerts/stream</c>.</summary>
internal sealed class FeedReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public static async Task<FeedReader> OpenAsync(HttpClient client, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/alerts/stream");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new FeedReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next event, within half a minute.</summary>
    public async Task<(string Id, JsonElement Json)> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience.Longest);
        var id = "";
        while (await lines.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (id, JsonElement.Parse(line.AsSpan(6)));
            }
        }

        throw new EndOfStreamException("The stream ended.");
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
