namespace PromptLab.Data.Conversations;

public static class MessageRole
{
    public const string User = "user";

    public const string Assistant = "assistant";
}
