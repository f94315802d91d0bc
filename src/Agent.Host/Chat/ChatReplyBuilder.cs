using System.Text;
using System.Text.Json;
using PromptLab.Data.Turns;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

/// <summary>Folds the events of a run into one reply.</summary>
internal sealed class ChatReplyBuilder(Guid conversationId, Guid turnId, DataSource source)
{
    private readonly StringBuilder _reply = new();
    private readonly List<JsonElement> _cards = [];
    private readonly List<JsonElement> _notices = [];
    private JsonElement? _request;
    private string _status = TurnStatus.Interrupted;
    private string _outcome = "problem";
    private bool _isInterrupted;
    private ChatError? _error;

    public async Task<ChatReply> ReadAsync(IAsyncEnumerable<IReadOnlyList<TurnEvent>> batches, CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var item in batch)
            {
                Take(item);
            }
        }

        return Build();
    }

    /// <summary>What there is so far.</summary>
    public ChatReply Build() =>
        new(conversationId, turnId, _status, _outcome, source.Name, _reply.ToString(), [.. _cards], [.. _notices], _request, PendingAction(), _error);

    public void Take(TurnEvent item)
    {
        switch (item.Type)
        {
            case TurnEventType.TextMessageStart when _reply.Length > 0:
                _reply.Append("\n\n");
                break;
            case TurnEventType.TextMessageContent:
                _reply.Append(Read(item).GetProperty("delta").GetString());
                break;
            case TurnEventType.StateSnapshot:
                _request = Read(item).GetProperty("snapshot");
                break;
            case TurnEventType.Custom:
                var custom = Read(item);
                (custom.GetProperty("name").ValueEquals("card") ? _cards : _notices).Add(custom.GetProperty("value"));
                break;
            case TurnEventType.RunFinished:
                End(Read(item));
                break;
            case TurnEventType.RunError:
                Fail(Read(item));
                break;
        }
    }

    private JsonElement? PendingAction() => _isInterrupted
        ? _cards.Where(card => card.GetProperty("kind").ValueEquals(ConfirmationCard.Kind)).Select(card => (JsonElement?)card.GetProperty("data")).LastOrDefault()
        : null;

    private void End(JsonElement finished)
    {
        _isInterrupted = finished.GetProperty("outcome").GetProperty("type").ValueEquals("interrupt");
        _status = finished.GetProperty("outcome").GetProperty("type").ValueEquals("cancelled") ? TurnStatus.Cancelled : TurnStatus.Completed;
        _outcome = finished.GetProperty("result").GetProperty("outcome").GetString()!;
    }

    private void Fail(JsonElement failed)
    {
        _error = new ChatError(failed.GetProperty("code").GetString()!, failed.GetProperty("message").GetString()!);
        _status = _error.Code == TurnStatus.Interrupted ? TurnStatus.Interrupted : TurnStatus.Failed;
    }

    private static JsonElement Read(TurnEvent item) => JsonElement.Parse(item.Json);
}
