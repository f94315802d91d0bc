using System.Globalization;

namespace PromptLab.Data.Paging;

/// <summary>The number at which a page of a list ended that runs from the lowest number to the highest.</summary>
internal static class OrdinalCursor
{
    public static string Write(string list, int ordinal) => Cursor.Write(list, ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>Without a cursor, a number below all others.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public static int Read(string? cursor, string list) =>
        cursor is null ? 0
        : int.TryParse(Cursor.Read(cursor, list, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal
        : throw new InvalidCursorException();
}
