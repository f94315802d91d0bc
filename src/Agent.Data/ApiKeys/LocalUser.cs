namespace PromptLab.Data.ApiKeys;

/// <summary>Who is at this very machine without a key.</summary>
public static class LocalUser
{
    public const string Owner = "local";
}
