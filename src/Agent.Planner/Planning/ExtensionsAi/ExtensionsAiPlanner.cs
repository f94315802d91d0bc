using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning.ExtensionsAi;

/// <summary>
/// A function-calling loop over <see cref="IChatClient"/>. An ordinary turn takes one model call: the results of its tools are
/// shown by code, and the model is asked again only for a comment or to correct itself.
/// </summary>
internal sealed class ExtensionsAiPlanner(ToolCatalogue catalogue, ToolFunctions functions) : IPlanner
{
    public const string PlannerName = "extensions-ai";

    public string Name => PlannerName;

    public async Task<PlannerResult> RunAsync(PlannerTurn turn, IPlannerOutput output, CancellationToken cancellationToken)
    {
        var steps = new PlannerSteps(turn, catalogue, output);
        var messages = steps.Messages(turn.Prompt.Text);
        var options = steps.Options(functions.All);
        while (true)
        {
            var reply = steps.BeginReply();
            await foreach (var update in turn.Model.Client.GetStreamingResponseAsync(messages, options, cancellationToken))
            {
                reply.Take(update);
            }

            if (!steps.EndReply())
            {
                break;
            }

            var results = await Task.WhenAll(reply.Calls.Select((_, index) => functions.InvokeAsync(steps.Run(index), cancellationToken)));
            if (!steps.Finish(results))
            {
                break;
            }

            messages.Add(reply.ToMessage());
            messages.Add(new ChatMessage(ChatRole.Tool, [.. results.Select(result => new FunctionResultContent(result.Call.Id, result.Digest))]));
        }

        return steps.End();
    }
}
