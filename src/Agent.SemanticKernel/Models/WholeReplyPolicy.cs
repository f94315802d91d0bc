using System.Buffers;
using System.ClientModel.Primitives;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;

namespace PromptLab.SemanticKernel.Models;

/// <summary>A server that cannot stream answers with the whole completion; the connector is given it as a stream of one piece.</summary>
internal sealed class WholeReplyPolicy : PipelinePolicy
{
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
        throw new NotSupportedException("Models are asked asynchronously.");

    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        if (message.Response is { ContentStream: { } body } response && IsWhole(response))
        {
            var completion = await JsonNode.ParseAsync(body, cancellationToken: message.CancellationToken);
            response.ContentStream = Stream($"data: {AsPiece(completion).ToJsonString()}\n\ndata: [DONE]\n\n");
        }
    }

    private static bool IsWhole(PipelineResponse response) =>
        response.Headers.TryGetValue("Content-Type", out var type) && type!.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    // A stream of memory would be taken for a reply that was read already.
    private static Stream Stream(string text) => PipeReader.Create(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(text))).AsStream();

    private static JsonObject AsPiece(JsonNode? completion)
    {
        if (completion is not JsonObject piece)
        {
            return new JsonObject();
        }

        foreach (var choice in (piece["choices"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (choice.Remove("message", out var message))
            {
                choice["delta"] = message;
                Number(message?["tool_calls"] as JsonArray);
            }
        }

        return piece;
    }

    private static void Number(JsonArray? calls)
    {
        for (var i = 0; i < calls?.Count; i++)
        {
            calls[i]!["index"] = i;
        }
    }
}
