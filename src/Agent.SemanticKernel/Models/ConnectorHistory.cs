using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using FunctionCall = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResult = Microsoft.Extensions.AI.FunctionResultContent;

namespace PromptLab.SemanticKernel.Models;

/// <summary>A conversation as the connector takes it: text, calls and their results.</summary>
internal static class ConnectorHistory
{
    /// <summary>What already was in this form, and is found in its message, is not made again for every request.</summary>
    public static ChatHistory Of(IEnumerable<ChatMessage> messages) =>
        [.. messages.Select(message => message.RawRepresentation as ChatMessageContent ?? Of(message))];

    public static ChatMessageContent Of(ChatMessage message)
    {
        var content = new ChatMessageContent { Role = new AuthorRole(message.Role.Value) };
        if (message.Text is { Length: > 0 } text)
        {
            content.Items.Add(new Microsoft.SemanticKernel.TextContent(text));
        }

        foreach (var item in message.Contents)
        {
            switch (item)
            {
                case FunctionCall call:
                    content.Items.Add(new Microsoft.SemanticKernel.FunctionCallContent(call.Name, null, call.CallId, new KernelArguments(call.Arguments ?? new Dictionary<string, object?>())));
                    break;
                case FunctionResult result:
                    content.Items.Add(new Microsoft.SemanticKernel.FunctionResultContent(null, null, result.CallId, result.Result));
                    break;
            }
        }

        return content;
    }
}
