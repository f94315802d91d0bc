using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>A tool that answers what a test tells it, from the argument <c>subject</c>.</summary>
internal sealed class ScriptedTool(string name, ToolEffect effect) : ITool
{
    private static readonly JsonElement Schema = JsonElement.Parse(
        """{"type":"object","properties":{"subject":{"type":"string"},"commentary":{"type":"boolean"}}}""");

    public ToolDescriptor Descriptor { get; } = new(name, "A test.", Schema, effect);

    /// <summary>Subjects that were run, in the order of their start.</summary>
    public List<string> Runs { get; } = [];

    public Func<string, Task<ToolOutcome>> Answer { get; set; } = subject => Task.FromResult<ToolOutcome>(Answers($"**{subject}**: 42 clicks", $"{subject}: 42 clicks"));

    public static ToolOutcome.Answered Answers(string markdown, string digest) =>
        new(new ToolAnswer(markdown, [], digest, new Dictionary<string, ShownEntity> { ["offer"] = new(7, "Seven") }));

    public static ToolOutcome.Proposed Proposes(string subject) => new(new PendingProposal(
        Guid.NewGuid(), "anna", Request("write_link", subject), subject, "{}", "digest", "A link", $"Make the {subject}?", $"Make the {subject}", [], [],
        null, null, DateTimeOffset.MaxValue));

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        Task.FromResult<ToolResolution>(arguments.Text("subject") is { } subject
            ? new ToolResolution.Resolved(Request(name, subject))
            : new ToolResolution.Asked(new ToolQuestion("Which subject?", ["subject"], [new ToolChoice("Clicks", "clicks")]), []));

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        lock (Runs)
        {
            Runs.Add((string)request.Request);
        }

        return await Answer((string)request.Request);
    }

    private static ResolvedRequest Request(string tool, string subject) =>
        new(tool, new JsonObject { ["subject"] = subject }, new Dictionary<string, string>(), [], [], subject);
}
