using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using PromptLab.Host.Doors;
using PromptLab.Host.Workflows;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <summary>Runs the tools of the catalogue for MCP clients. A change is proposed and never made here.</summary>
internal sealed class McpTools(ToolCatalogue catalogue, ToolRun tools, McpProposals proposals, DataSource source, IOptions<JsonOptions> json)
{
    public async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> call, string owner, Uri origin, CancellationToken cancellationToken)
    {
        if (!catalogue.TryFind(call.Params.Name, out var tool))
        {
            throw new McpProtocolException("There is no such tool; tools/list names them.", McpErrorCode.InvalidParams);
        }

        var arguments = new JsonObject((call.Params.Arguments ?? new Dictionary<string, JsonElement>())
            .Select(argument => KeyValuePair.Create(argument.Key, JsonSerializer.SerializeToNode(argument.Value))));
        if (tool.Descriptor.UnknownArguments(arguments, ArgumentSchema.Commentary) is [_, ..] unknown)
        {
            var known = tool.Descriptor.ArgumentNames.Where(name => name != ArgumentSchema.Commentary);
            return Error($"{tool.Descriptor.Name} does not take {string.Join(", ", unknown)}. It takes: {string.Join(", ", known)}.");
        }

        var progress = new McpProgress(call);
        var result = await tools.RunAsync(tool, arguments, owner, null, progress, cancellationToken);
        await progress.DisposeAsync();
        return result switch
        {
            ToolRunResult.Done done => await AnswerAsync(done, owner, origin, cancellationToken),
            ToolRunResult.Unclear { Question: var question } => Error(Ask(question)),
            ToolRunResult.Failed { Problem: var problem } => Error(
                problem.ReferenceId is { } reference ? $"{problem.Text} Reference: {reference}." : problem.Text),
            ToolRunResult.TimedOut { Text: var text } => Error(text),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    private async Task<CallToolResult> AnswerAsync(ToolRunResult.Done done, string owner, Uri origin, CancellationToken cancellationToken)
    {
        var request = WorkflowRequestDto.Of(done.Request);
        switch (done.Outcome)
        {
            case ToolOutcome.Answered { Answer: var answer }:
                var cards = answer.Cards.Where(card => card.Kind == "export").Select(card => JsonSerializer.SerializeToElement(card, json.Value.SerializerOptions));
                return Result(
                    CardMarkdown.Of(answer.Markdown, cards, origin) + Demo(done.Request.Tool),
                    new McpToolReply<object>(done.Request.Tool, "answered", source.Name, request, answer.Result, null, null));
            case ToolOutcome.Asked { Question: var question }:
                return Result(Ask(question), new McpToolReply<object>(done.Request.Tool, "asked", source.Name, request, null, question, null));
            case ToolOutcome.Proposed { Proposal: var proposal }:
                await proposals.AddAsync(proposal, owner, cancellationToken);
                return Result(
                    McpProposals.Text(proposal, origin),
                    new McpToolReply<object>(done.Request.Tool, "proposed", source.Name, request, null, null, McpPendingAction.Of(proposal, origin)));
            case var other:
                throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}.");
        }
    }

    private string Demo(string tool) =>
        source.IsDemo && !McpToolDescription.IsOwn(tool) ? "\n\n*Demo data: the figures come from a simulated network.*" : "";

    private CallToolResult Result(string text, McpToolReply<object> reply) => new()
    {
        Content = [new TextContentBlock { Text = text }],
        StructuredContent = JsonSerializer.SerializeToElement(reply, json.Value.SerializerOptions),
    };

    /// <summary>For the model to read and to call again.</summary>
    private static CallToolResult Error(string text) => new() { Content = [new TextContentBlock { Text = text }], IsError = true };

    private static string Ask(ToolQuestion question) => question.Choices.Count == 0
        ? question.Text
        : $"{question.Text}\n{string.Join('\n', question.Choices.Select(choice => $"- {choice.Label}"))}";
}
