using System.Globalization;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Schedules;

/// <summary>Number at which a page of schedules ended.</summary>
internal static class ScheduleCursor
{
    private const string List = "schedules";

    public static string Write(ScheduleRow row) => Cursor.Write(List, row.Number.ToString(CultureInfo.InvariantCulture));

    public static int Read(string? cursor)
    {
        if (cursor is null)
            return 0;
        return int.TryParse(Cursor.Read(cursor, List, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidCursorException();
    }
}
