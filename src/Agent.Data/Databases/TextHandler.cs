using System.Data;
using System.Globalization;
using System.Text;
using Dapper;

namespace PromptLab.Data.Databases;

/// <summary>
/// Texts as both databases can keep them, whoever wrote them, people or models: U+0000 is left out, and half a character (a surrogate alone)
/// becomes U+FFFD. PostgreSQL refuses either, and with it all that is stored together.
/// </summary>
internal sealed class TextHandler : SqlMapper.ITypeHandler
{
    public void SetValue(IDbDataParameter parameter, object value)
    {
        parameter.DbType = DbType.String;
        parameter.Value = value is string text ? Storable(text) : DBNull.Value;
    }

    public object? Parse(Type destinationType, object value) => value is DBNull ? null : Convert.ToString(value, CultureInfo.InvariantCulture);

    private static string Storable(string text)
    {
        if (!text.Contains('\0') && IsWhole(text))
            return text;
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
                storable.Append(rune.ToString());
        }

        return storable.ToString();
    }

    private static bool IsWhole(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\ud800', '\udfff') is var at and >= 0)
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            rest = rest[(at + length)..];
        }

        return true;
    }
}
