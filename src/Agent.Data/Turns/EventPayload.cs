using System.Globalization;
using System.Text;

namespace PromptLab.Data.Turns;

/// <summary>A batch of events as one text: a line <c>sequence TAB json</c> per event.</summary>
internal static class EventPayload
{
    public static string Write(IReadOnlyList<StoredEvent> events)
    {
        var payload = new StringBuilder(events.Sum(stored => stored.Json.Length + 8));
        foreach (var (sequence, json) in events)
            payload.Append(CultureInfo.InvariantCulture, $"{sequence}\t").Append(json).Append('\n');
        return payload.ToString();
    }

    public static IEnumerable<StoredEvent> Read(string payload)
    {
        foreach (var line in payload.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            yield return new(long.Parse(line.AsSpan(0, tab), CultureInfo.InvariantCulture), line[(tab + 1)..]);
        }
    }
}
