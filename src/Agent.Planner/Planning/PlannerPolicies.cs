using PromptLab.Planner.Conversations;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>
/// What holds for every planner after a step of tool calls: results are shown by code, the state moves on, and the turn ends
/// unless a comment was asked for or the model must be corrected.
/// </summary>
internal sealed class PlannerPolicies(ConversationState before, int maxToolCalls, IPlannerOutput output, ToolCatalogue catalogue)
{
    private int _calls;
    private readonly List<ProposedCall> _proposed = [];
    private bool _corrected;
    private string? _outcome;

    public ConversationState State { get; private set; } = before with { AwaitingAnswer = false, Known = null };

    public string Outcome => _outcome ?? PlannerOutcome.Answer;

    /// <summary>Writes that wait for a person's yes.</summary>
    public IReadOnlyList<ProposedCall> Proposed => _proposed;

    /// <summary>The digests so far: the figures that a comment may use.</summary>
    public List<string> Digests { get; } = [];

    /// <summary>False, with the reason shown, when the turn may not make so many calls.</summary>
    public bool Admit(int count)
    {
        _calls += count;
        if (_calls <= maxToolCalls)
        {
            return true;
        }

        Fail(new ToolProblem("too_many_tool_calls",
            $"This would take more than {maxToolCalls} look-ups in one go. Please ask for less at a time.", []));
        return false;
    }

    /// <summary>Shows the results. True when the model must be asked again: for its comment, or to correct itself.</summary>
    public bool Present(IReadOnlyList<ToolCallResult> results)
    {
        foreach (var result in results)
        {
            Present(result);
        }

        if (_proposed.Count > 0)
        {
            return false;
        }

        if (results.Any(result => result is ToolCallResult.Rejected))
        {
            return Correct();
        }

        return results.Any(result => result is ToolCallResult.Answered && result.Call.WantsComment)
            && !results.Any(result => (catalogue.TryFind(result.Call.Tool, out var tool) && tool.Descriptor.Effect == ToolEffect.Write));
    }

    public void Reply(string? mark)
    {
        _outcome = mark ?? _outcome;
        if (mark == PlannerOutcome.Clarify)
        {
            State = State with { AwaitingAnswer = true, Known = before.Known };
        }
    }

    public void Fail(ToolProblem problem)
    {
        _outcome = PlannerOutcome.Problem;
        output.Text(TextOf(problem));
        output.EndText();
        output.Card(ProblemCard.Create(problem));
        ShowChoices(problem.Text, problem.Choices);
    }

    private static string TextOf(ToolProblem problem) => problem.ReferenceId is { } reference && !problem.Text.Contains(reference, StringComparison.Ordinal)
        ? $"{problem.Text} Reference: {reference}."
        : problem.Text;

    private bool Correct()
    {
        if (!_corrected)
        {
            _corrected = true;
            return true;
        }

        Fail(new ToolProblem("model_confused", "I could not turn that into a request. Please say it in other words, or ask \"what can you do?\".", []));
        return false;
    }

    private void Present(ToolCallResult result)
    {
        switch (result)
        {
            case ToolCallResult.Answered answered:
                _outcome = PlannerOutcome.Answer;
                Digests.Add(answered.Answer.Digest);
                Settle(answered.Request, answered.Answer.Shown);
                output.Text(answered.Answer.Markdown);
                output.EndText();
                foreach (var card in answered.Answer.Cards)
                {
                    output.Card(card);
                }

                break;
            case ToolCallResult.Asked asked:
                _outcome ??= PlannerOutcome.Clarify;
                Ask(asked);
                break;
            case ToolCallResult.Proposed proposed:
                _outcome = PlannerOutcome.Proposal;
                Propose(proposed);
                break;
            case ToolCallResult.Failed failed:
                Settle(failed.Request, null);
                Fail(failed.Problem);
                break;
        }
    }

    private void Propose(ToolCallResult.Proposed proposed)
    {
        Settle(proposed.Proposal.Request, null);
        State = State with { Pending = State.Last };
        _proposed.Add(new ProposedCall(proposed.Call.Id, proposed.Proposal));
        output.Text(proposed.Proposal.Text);
        output.EndText();
        output.Card(proposed.Proposal.ToCard());
    }

    private void Ask(ToolCallResult.Asked asked)
    {
        Settle(asked.Request, null);
        State = State with
        {
            AwaitingAnswer = true,
            Known = asked.Known is { } known ? new SettledCall(asked.Call.Tool, known) : State.Last,
        };
        output.Text(asked.Question.Text);
        output.EndText();
        ShowChoices(asked.Question.Text, asked.Question.Choices);
    }

    private void ShowChoices(string text, IReadOnlyList<ToolChoice> choices)
    {
        if (choices.Count > 0)
        {
            output.Card(QuestionCard.Create(text, choices));
        }
    }

    private void Settle(ResolvedRequest? request, IReadOnlyDictionary<string, ShownEntity>? shown)
    {
        if (request is null)
        {
            return;
        }

        State = State with
        {
            Last = SettledCall.Of(request),
            Shown = shown is { Count: > 0 } ? shown : null,
        };
    }
}
