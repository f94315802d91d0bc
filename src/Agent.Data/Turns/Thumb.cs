namespace PromptLab.Data.Turns;

/// <summary>What somebody thinks of an answer.</summary>
public static class Thumb
{
    public const string Up = "up";

    public const string Down = "down";

    public static bool IsOne(string text) => text is Up or Down;
}
