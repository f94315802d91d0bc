using System.Text.Json.Serialization;

namespace PromptLab.Host.OpenAi;

/// <summary>A piece of a streamed answer.</summary>
internal sealed record CompletionChunk(
    string Id, string Object, long Created, string Model, IReadOnlyList<CompletionChunk.Choice> Choices, CompletionUsage? Usage, CompletionPlaceDto? Promptlab)
{
    /// <param name="FinishReason">Strict clients want it in every piece, null as long as there is more.</param>
    internal sealed record Choice(int Index, Delta Delta, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);

    internal sealed record Delta(string? Role, string? Content);
}
