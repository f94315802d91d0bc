using System.Globalization;

namespace PromptLab.Host.Turns;

/// <summary>An event's id on the wire: <c>turn.sequence</c>; a bare sequence is accepted too.</summary>
internal static class TurnEventId
{
    /// <summary>Nothing reads as 0: from the beginning.</summary>
    public static bool TryRead(string? text, Guid turn, out long sequence)
    {
        sequence = 0;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return (dot < 0 || (Guid.TryParse(text.AsSpan(0, dot), out var named) && named == turn))
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out sequence);
    }
}
