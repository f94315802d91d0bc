namespace PromptLab.Data.Paging;

/// <summary>The id at which a page of a list ended that runs from the newest id to the oldest.</summary>
internal static class IdCursor
{
    public static string Write(Guid id, string list) => Cursor.Write(list, id.ToString());

    /// <summary>Without a cursor, an id above all others.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public static Guid Read(string? cursor, string list) =>
        cursor is null ? Guid.AllBitsSet
        : Guid.TryParse(Cursor.Read(cursor, list, 1)[0], out var id) ? id
        : throw new InvalidCursorException();
}
