using PromptLab.Data.Paging;

namespace PromptLab.Data.Exports;

/// <summary>Place in a list of exports, newest first; ids grow with time.</summary>
internal static class ExportCursor
{
    private const string List = "exports";

    public static string Write(ExportRow row) => Cursor.Write(List, row.Id.ToString());

    public static Guid Read(string? cursor) =>
        cursor is null ? Guid.AllBitsSet
        : Guid.TryParse(Cursor.Read(cursor, List, 1)[0], out var id) ? id
        : throw new InvalidCursorException();
}
