using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.AgUi;

/// <summary>The events of a turn as the client needs them: under the ids that it gave to its thread and run, with whole addresses.</summary>
internal static class AgUiRun
{
    private const string Download = "download_url";

    /// <param name="origin">Where people reach this service.</param>
    public static async IAsyncEnumerable<IReadOnlyList<TurnEvent>> AddressAsync(
        IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches, AgUiQuestion asked, Uri origin, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            yield return [.. batch.Select(item => Address(item, asked, origin))];
        }
    }

    private static TurnEvent Address(TurnEvent item, AgUiQuestion asked, Uri origin)
    {
        switch (item.Type)
        {
            case TurnEventType.RunStarted or TurnEventType.RunFinished:
                var run = JsonNode.Parse(item.Json)!;
                (run["threadId"], run["runId"]) = (asked.Thread, asked.Run);
                return item with { Json = run.ToJsonString() };
            case TurnEventType.Custom when item.Json.Contains(Download, StringComparison.Ordinal):
                var card = JsonNode.Parse(item.Json)!;
                return Link(card["value"]?["data"] as JsonObject, origin) ? item with { Json = card.ToJsonString() } : item;
            default:
                return item;
        }
    }

    private static bool Link(JsonObject? data, Uri origin)
    {
        if (data?[Download] is not JsonValue value || !value.TryGetValue<string>(out var path))
        {
            return false;
        }

        data[Download] = new Uri(origin, path).ToString();
        return true;
    }
}
