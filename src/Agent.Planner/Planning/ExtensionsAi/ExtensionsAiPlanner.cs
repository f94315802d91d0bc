using Microsoft.Extensions.AI;
using PromptLab.Planner.Conversations;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning.ExtensionsAi;

/// <summary>
/// A function-calling loop over <see cref="IChatClient"/>. An ordinary turn takes one model call: the results of its tools are
/// shown by code, and the model is asked again only for a comment or to correct itself.
/// </summary>
internal sealed class ExtensionsAiPlanner(ToolCatalogue catalogue, ToolInvoker invoker) : IPlanner
{
    public const string PlannerName = "extensions-ai";

    /// <summary>One list for the whole process: models cache how they send it.</summary>
    private readonly List<AITool> _declarations = [.. catalogue.All.Select(tool => new ToolDeclaration(tool.Descriptor))];

    public string Name => PlannerName;

    public async Task<PlannerResult> RunAsync(PlannerTurn turn, IPlannerOutput output, CancellationToken cancellationToken)
    {
        var policies = new PlannerPolicies(turn.State, turn.MaxToolCalls, output, catalogue);
        var usage = new TokenCount();
        var messages = Messages(turn);
        var options = new ChatOptions { Tools = _declarations };
        while (true)
        {
            var reply = new ModelReply(turn, policies.Digests, output, usage);
            await reply.ReadAsync(turn.Model.Client.GetStreamingResponseAsync(messages, options, cancellationToken));
            if (reply.Calls.Count == 0)
            {
                policies.Reply(reply.Outcome);
                break;
            }

            if (!policies.Admit(reply.Calls.Count))
            {
                break;
            }

            var results = await invoker.InvokeAsync(reply.Calls, turn.Tools, output, cancellationToken);
            if (!policies.Present(results) || Exceeds(turn, usage, policies))
            {
                break;
            }

            messages.Add(reply.ToMessage());
            messages.Add(new ChatMessage(ChatRole.Tool, [.. results.Select(result => new FunctionResultContent(result.Call.Id, result.Digest))]));
        }

        return new PlannerResult(policies.Outcome, policies.State, usage.Input, usage.Output) { Proposed = policies.Proposed };
    }

    private static bool Exceeds(PlannerTurn turn, TokenCount usage, PlannerPolicies policies)
    {
        if (usage.Input + usage.Output < turn.MaxTokens)
        {
            return false;
        }

        policies.Fail(new ToolProblem("token_limit", "This answer would use more of the model than one turn may. Please ask for less at a time.", []));
        return true;
    }

    private static List<ChatMessage> Messages(PlannerTurn turn)
    {
        var messages = new List<ChatMessage>(turn.History.Count + 3) { new(ChatRole.System, turn.SystemPrompt) };
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
}
