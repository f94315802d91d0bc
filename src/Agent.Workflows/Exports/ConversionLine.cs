using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace PromptLab.Workflows.Exports;

/// <summary>
/// A row of Everflow's conversion file in its own UTF-8 bytes. It is used again for the next row: a million rows of forty fields
/// would otherwise be as many strings.
/// </summary>
internal sealed class ConversionLine
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";
    private const double SecondsPerHour = 3600;

    private readonly int[] _ends = new int[ConversionFields.Names.Length];
    private byte[] _bytes = new byte[1024];
    private int _fields;

    public ReadOnlySpan<byte> this[ConversionField field] => Span((int)field);

    /// <summary>The whole row; <see cref="Ends"/> says where its fields end.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _ends[^1]);

    public ReadOnlySpan<int> Ends => _ends;

    public bool IsThrottled => this[ConversionField.IsThrottled] is [(byte)'1'] or [(byte)'t' or (byte)'T', ..];

    public decimal Payout => Amount(ConversionField.Payout);

    public decimal Revenue => Amount(ConversionField.Revenue);

    public void Clear() => _fields = 0;

    /// <summary>The next field of the row, in the order of <see cref="ConversionField"/>.</summary>
    public void Add(ReadOnlySpan<byte> field)
    {
        var start = _fields == 0 ? 0 : _ends[_fields - 1];
        if (start + field.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, start + field.Length));
        }

        field.CopyTo(_bytes.AsSpan(start));
        _ends[_fields++] = start + field.Length;
    }

    public string Text(ConversionField field) => Encoding.UTF8.GetString(this[field]);

    /// <summary>False for what is no id: it has 32 hexadecimal digits.</summary>
    public bool TryReadId(out Guid id) =>
        Utf8Parser.TryParse(this[ConversionField.ConversionId], out id, out var read, 'N') && read == this[ConversionField.ConversionId].Length;

    /// <summary>
    /// From click to conversion; null when it is not known. The file has rounded hours and two local times, which lose an hour
    /// where clocks change; the times are taken where both agree.
    /// </summary>
    public long? Seconds()
    {
        double? byHours = double.TryParse(this[ConversionField.DeltaHours], CultureInfo.InvariantCulture, out var hours) ? hours * SecondsPerHour : null;
        double? byTimes = ReadTime(ConversionField.Date) is { } date && ReadTime(ConversionField.ClickDate) is { } click ? (date - click).TotalSeconds : null;
        var seconds = byTimes is null || (byHours is not null && Math.Abs(byTimes.Value - byHours.Value) > 60) ? byHours : byTimes;
        return seconds is { } known ? (long)Math.Round(known) : null;
    }

    private ReadOnlySpan<byte> Span(int field) => _bytes.AsSpan((field == 0 ? 0 : _ends[field - 1]).._ends[field]);

    private DateTime? ReadTime(ConversionField field)
    {
        Span<char> text = stackalloc char[32];
        return this[field].Length <= text.Length && Encoding.UTF8.TryGetChars(this[field], text, out var length)
            && DateTime.TryParseExact(text[..length], Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    private decimal Amount(ConversionField field) =>
        decimal.TryParse(this[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;
}
