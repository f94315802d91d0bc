using System.Text;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;

namespace PromptLab.Planner.Executions;

/// <summary>What a model has said so far, and what it took.</summary>
internal sealed class ExecutionOutput(ExecutionJob job, ExecutionWriter writer, TimeProvider time)
{
    private readonly StringBuilder _text = new();
    private readonly long _startedAt = time.GetTimestamp();

    public string Text => _text.ToString();

    /// <summary>The model that answers: the fallback, once it does.</summary>
    public ChatModel Model { get; private set; } = job.Model;

    public string ModelId { get; private set; } = job.ModelId;

    public string? FallbackReason { get; private set; }

    public int Retries { get; set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long? FirstTokenMs { get; private set; }

    public long DurationMs => (long)time.GetElapsedTime(_startedAt).TotalMilliseconds;

    /// <summary>Null when the prices of the model are not known.</summary>
    public decimal? Cost => ModelId == Model.Model ? Model.Prices?.Cost(InputTokens, OutputTokens) : null;

    public void Take(ChatResponseUpdate update)
    {
        Notice(update.AdditionalProperties);
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextContent { Text.Length: > 0 } text:
                    FirstTokenMs ??= DurationMs;
                    _text.Append(text.Text);
                    writer.Text(text.Text);
                    break;
                case UsageContent { Details: var details }:
                    InputTokens += details.InputTokenCount ?? 0;
                    OutputTokens += details.OutputTokenCount ?? 0;
                    break;
            }
        }
    }

    private void Notice(AdditionalPropertiesDictionary? properties)
    {
        if (properties is null)
        {
            return;
        }

        if (properties.TryGetValue(GuardedChatClient.Retries, out int retries))
        {
            Retries += retries;
        }

        if (job.Fallback is { } fallback && properties.TryGetValue(FallbackChatClient.FallbackReason, out string? reason))
        {
            (Model, ModelId, FallbackReason) = (fallback, fallback.Model, reason);
            writer.Notice("model_fallback", $"The provider {job.Model.Provider} did not answer ({reason}), so {fallback.Provider} does.");
        }
    }
}
