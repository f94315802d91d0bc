using System.Buffers.Text;
using System.Text;

namespace PromptLab.Data.Paging;

/// <summary>Opaque form of the place where a page ended: which list it belongs to, and the sort key of its last row.</summary>
internal static class Cursor
{
    private const char Separator = '|';

    public static string Write(string list, params ReadOnlySpan<string> key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(list + Separator + string.Join(Separator, key)));

    /// <summary>The <paramref name="parts"/> of the key.</summary>
    /// <exception cref="InvalidCursorException">It was not written by <see cref="Write"/> for this list.</exception>
    public static string[] Read(string cursor, string list, int parts)
    {
        if (!Base64Url.IsValid(cursor))
            throw new InvalidCursorException();
        var fields = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Separator);
        return fields.Length == parts + 1 && fields[0] == list ? fields[1..] : throw new InvalidCursorException();
    }
}
