using PromptLab.Data.Paging;

namespace PromptLab.Data.Deliveries;

/// <summary>Id at which a page of deliveries ended; ids grow with time, and the list runs from new to old.</summary>
internal static class DeliveryCursor
{
    private const string List = "deliveries";

    public static string Write(DeliveryRow row) => Cursor.Write(List, row.Id.ToString());

    public static Guid Read(string? cursor)
    {
        if (cursor is null)
            return Guid.AllBitsSet;
        return Guid.TryParse(Cursor.Read(cursor, List, 1)[0], out var id) ? id : throw new InvalidCursorException();
    }
}
