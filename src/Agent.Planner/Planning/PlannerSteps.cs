using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>
/// A turn as every planner goes through it: a reply of the model, its calls, their results, and so on until the policies end it.
/// A planner brings the loop; what each step means is decided here.
/// </summary>
internal sealed class PlannerSteps(PlannerTurn turn, ToolCatalogue catalogue, IPlannerOutput output)
{
    private readonly PlannerPolicies _policies = new(turn.State, turn.MaxToolCalls, output, catalogue);
    private readonly TokenCount _usage = new();
    private readonly Lock _finishing = new();
    private PlannerReply? _reply;
    private ToolCallResult?[] _results = [];

    /// <summary>The reply that is read now, or whose calls are run.</summary>
    public PlannerReply Reply => _reply ?? throw new InvalidOperationException("No reply was begun.");

    /// <summary>Whether the calls of the reply may be run.</summary>
    public bool MayCall { get; private set; }

    /// <summary>What the model is told first: prompt, state, earlier messages, and the new one.</summary>
    public List<ChatMessage> Messages(string prompt)
    {
        var messages = new List<ChatMessage>(turn.History.Count + 3) { new(ChatRole.System, prompt) };
        if (!turn.State.IsEmpty)
        {
            messages.Add(turn.State.ToMessage());
        }

        foreach (var message in turn.History)
        {
            messages.Add(new ChatMessage(message.IsUser ? ChatRole.User : ChatRole.Assistant, message.Text));
        }

        messages.Add(new ChatMessage(ChatRole.User, turn.Message));
        return messages;
    }

    /// <summary>What the prompt asks of the model, and the functions that it may call.</summary>
    public ChatOptions Options(IList<AITool> functions)
    {
        var settings = turn.Prompt.Settings;
        return new ChatOptions
        {
            Tools = functions,
            Temperature = settings.Temperature,
            MaxOutputTokens = settings.MaxOutputTokens,
            TopP = settings.TopP,
            StopSequences = settings.StopSequences.Count == 0 ? null : [.. settings.StopSequences],
        };
    }

    public PlannerReply BeginReply() => _reply = new PlannerReply(turn, _policies.Digests, output, _usage);

    /// <summary>Ends the reply. True when it makes calls and may.</summary>
    public bool EndReply()
    {
        Reply.End();
        if (Reply.Calls.Count == 0)
        {
            _policies.Reply(Reply.Outcome);
            return MayCall = false;
        }

        _results = new ToolCallResult?[Reply.Calls.Count];
        return MayCall = _policies.Admit(Reply.Calls.Count);
    }

    /// <summary>The call of the reply at that place, to be run.</summary>
    public ToolRun Run(int index) => new(Reply.Calls[index], turn.Tools, output);

    /// <summary>
    /// Takes the result of a call; calls that run side by side may finish in any order. With the last one the results are shown.
    /// False when the turn ends with them.
    /// </summary>
    public bool Finish(int index, ToolCallResult result)
    {
        lock (_finishing)
        {
            _results[index] = result;
            return Array.Exists(_results, missing => missing is null) || Present();
        }
    }

    /// <summary>The same for all results of the reply at once.</summary>
    public bool Finish(ToolCallResult[] results)
    {
        _results = results;
        return Present();
    }

    public PlannerResult End() =>
        new(_policies.Outcome, _policies.State, _usage.Input, _usage.Output) { Proposed = _policies.Proposed };

    private bool Present() => _policies.Present(_results!) && !Exceeds();

    private bool Exceeds()
    {
        if (_usage.Input + _usage.Output < turn.MaxTokens)
        {
            return false;
        }

        _policies.Fail(new ToolProblem("token_limit", "This answer would use more of the model than one turn may. Please ask for less at a time.", []));
        return true;
    }
}
