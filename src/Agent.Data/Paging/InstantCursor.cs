using System.Globalization;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Paging;

/// <summary>Sort key of a list that runs from the newest row to the oldest.</summary>
internal sealed record InstantCursor(DateTimeOffset At, Guid Id)
{
    public static readonly InstantCursor First = new(DateTimeOffset.MaxValue, Guid.AllBitsSet);

    public static string Write(string list, DateTimeOffset at, Guid id) =>
        Cursor.Write(list, InstantHandler.ToMicroseconds(at).ToString(CultureInfo.InvariantCulture), id.ToString());

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public static InstantCursor Read(string? cursor, string list)
    {
        if (cursor is null)
            return First;
        var key = Cursor.Read(cursor, list, 2);
        return long.TryParse(key[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= InstantHandler.ToMicroseconds(DateTimeOffset.MaxValue)
            && Guid.TryParse(key[1], out var id)
                ? new(InstantHandler.FromMicroseconds(at), id)
                : throw new InvalidCursorException();
    }
}
