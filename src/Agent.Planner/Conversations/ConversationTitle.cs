namespace PromptLab.Planner.Conversations;

/// <summary>A conversation is called by its first message until somebody renames it.</summary>
internal static class ConversationTitle
{
    private const int Longest = 80;

    public static string Of(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Longest)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', Longest - 1);
        return line[..(end < Longest / 2 ? Longest - 1 : end)] + "…";
    }
}
