using System.Globalization;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Conversations;

/// <summary>Sort key of the list of conversations, which runs from high to low.</summary>
internal sealed record ConversationCursor(bool IsPinned, DateTimeOffset UpdatedAt, Guid Id)
{
    private const string List = "conversations";

    public static readonly ConversationCursor First = new(true, DateTimeOffset.MaxValue, Guid.AllBitsSet);

    public static string Write(ConversationRow row) => Cursor.Write(
        List,
        row.IsPinned ? "1" : "0",
        InstantHandler.ToMicroseconds(row.UpdatedAt).ToString(CultureInfo.InvariantCulture),
        row.Id.ToString());

    public static ConversationCursor Read(string? cursor)
    {
        if (cursor is null)
            return First;
        var key = Cursor.Read(cursor, List, 3);
        return long.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var updated)
            && updated <= InstantHandler.ToMicroseconds(DateTimeOffset.MaxValue)
            && Guid.TryParse(key[2], out var id)
                ? new(key[0] == "1", InstantHandler.FromMicroseconds(updated), id)
                : throw new InvalidCursorException();
    }
}
