using System.Globalization;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Conversations;

/// <summary>Sequence of the message at which a page of a conversation's messages ended.</summary>
internal static class MessageCursor
{
    public static string Write(string list, MessageRow row) =>
        Cursor.Write(list, row.Sequence.ToString(CultureInfo.InvariantCulture));

    public static long Read(string? cursor, string list, long first)
    {
        if (cursor is null)
            return first;
        return long.TryParse(Cursor.Read(cursor, list, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw new InvalidCursorException();
    }
}
