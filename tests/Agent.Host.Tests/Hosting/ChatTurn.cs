using System.Net.ServerSentEvents;
using System.Text.Json;

namespace PromptLab.Host.Tests.Hosting;

/// <summary>A streamed turn as a client received it.</summary>
public sealed record ChatTurn(Guid Conversation, Guid Turn, IReadOnlyList<StreamedEvent> Events)
{
    public string Reply => string.Concat(Of("TEXT_MESSAGE_CONTENT").Select(item => item.Json.GetProperty("delta").GetString()));

    public JsonElement Last => Events[^1].Json;

    public IEnumerable<StreamedEvent> Of(string type) => Events.Where(item => item.Type == type);

    public static async Task<ChatTurn> ReadAsync(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        var events = await EventsAsync(response, CancellationToken.None).ToListAsync();
        return new ChatTurn(Header("X-Conversation-Id"), Header("X-Turn-Id"), events);

        Guid Header(string name) => response.Headers.TryGetValues(name, out var values) ? Guid.Parse(values.Single()) : Guid.Empty;
    }

    public static async IAsyncEnumerable<StreamedEvent> EventsAsync(
        HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var parser = SseParser.Create(stream, (_, data) => JsonDocument.Parse(data.ToArray()).RootElement);
        await foreach (var item in parser.EnumerateAsync(cancellationToken))
        {
            yield return new StreamedEvent(parser.LastEventId, item.Data);
        }
    }
}
