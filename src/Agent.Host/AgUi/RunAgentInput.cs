using System.ComponentModel;
using System.Text.Json.Serialization;

namespace PromptLab.Host.AgUi;

/// <summary>What this door reads of AG-UI's RunAgentInput. State, context, tools and forwarded properties of the client have no effect.</summary>
internal sealed record RunAgentInput
{
    [JsonPropertyName("threadId"), Description("A conversation of yours, or an id of your own that becomes one.")]
    public string? ThreadId { get; init; }

    [JsonPropertyName("runId"), Description("The same run sent again gives the same events.")]
    public string? RunId { get; init; }

    [JsonPropertyName("messages"), Description("The last one is the user's question; the service keeps the others itself.")]
    public IReadOnlyList<AgUiMessage?>? Messages { get; init; }

    [JsonPropertyName("resume"), Description("Answers to the interrupts of the run before, instead of a question.")]
    public IReadOnlyList<AgUiResume?>? Resume { get; init; }
}
