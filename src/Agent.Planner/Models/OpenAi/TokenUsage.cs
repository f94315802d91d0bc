using System.Text.Json;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>The <c>usage</c> object of a chat completion.</summary>
internal static class TokenUsage
{
    public static UsageDetails? Read(ref Utf8JsonReader reader)
    {
        if (!reader.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        var usage = new UsageDetails();
        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
            {
                usage.InputTokenCount = reader.ReadNumber();
            }
            else if (reader.ValueTextEquals("completion_tokens"u8))
            {
                usage.OutputTokenCount = reader.ReadNumber();
            }
            else if (reader.ValueTextEquals("total_tokens"u8))
            {
                usage.TotalTokenCount = reader.ReadNumber();
            }
            else if (reader.ValueTextEquals("prompt_tokens_details"u8))
            {
                usage.CachedInputTokenCount = ReadDetail(ref reader, "cached_tokens"u8);
            }
            else if (reader.ValueTextEquals("completion_tokens_details"u8))
            {
                usage.ReasoningTokenCount = ReadDetail(ref reader, "reasoning_tokens"u8);
            }
            else
            {
                reader.SkipValue();
            }
        }

        return usage;
    }

    private static long? ReadDetail(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        long? value = null;
        if (!reader.Enter(JsonTokenType.StartObject))
        {
            return value;
        }

        while (reader.NextProperty())
        {
            if (reader.ValueTextEquals(name))
            {
                value = reader.ReadNumber();
            }
            else
            {
                reader.SkipValue();
            }
        }

        return value;
    }
}
