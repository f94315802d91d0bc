using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.AgUi;

/// <summary>The events of a turn under the ids that the client gave to its thread and run.</summary>
internal static class AgUiRun
{
    public static async IAsyncEnumerable<IReadOnlyList<TurnEvent>> RenameAsync(
        IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches, AgUiQuestion asked, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            yield return [.. batch.Select(item => Rename(item, asked))];
        }
    }

    private static TurnEvent Rename(TurnEvent item, AgUiQuestion asked)
    {
        if (item.Type is not (TurnEventType.RunStarted or TurnEventType.RunFinished))
        {
            return item;
        }

        var json = JsonNode.Parse(item.Json)!;
        (json["threadId"], json["runId"]) = (asked.Thread, asked.Run);
        return item with { Json = json.ToJsonString() };
    }
}
