using System.Globalization;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Schedules;

/// <summary>Slot at which a page of a schedule's history ended; the history runs from late to early.</summary>
internal static class ScheduleRunCursor
{
    private const string List = "schedule_runs";

    public static string Write(ScheduleRunRow row) =>
        Cursor.Write(List, InstantHandler.ToMicroseconds(row.Slot).ToString(CultureInfo.InvariantCulture));

    public static DateTimeOffset Read(string? cursor)
    {
        if (cursor is null)
            return DateTimeOffset.MaxValue;
        return long.TryParse(Cursor.Read(cursor, List, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var slot)
            && slot <= InstantHandler.ToMicroseconds(DateTimeOffset.MaxValue)
                ? InstantHandler.FromMicroseconds(slot)
                : throw new InvalidCursorException();
    }
}
