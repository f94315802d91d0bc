using System.Numerics;

namespace PromptLab.Workflows.Entities;

/// <summary>A text with what rules most comparisons out before any letter is compared.</summary>
internal readonly struct Word
{
    private readonly int _letters;

    public Word(string text)
    {
        Text = text;
        Digits = text.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(text.Where(char.IsDigit)) : "";
        foreach (var letter in text)
        {
            _letters |= 1 << (letter % 32);
        }
    }

    public string Text { get; }

    public string Digits { get; }

    /// <summary>A lower bound: one edit changes the length by one at most, and the set of letters by two.</summary>
    public int LeastEdits(in Word other) => Math.Max(
        Math.Abs(Text.Length - other.Text.Length),
        (BitOperations.PopCount((uint)(_letters ^ other._letters)) + 1) / 2);
}
