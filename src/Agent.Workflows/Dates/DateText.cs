using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Dates;

/// <summary>A text whose words know what they can mean in a date phrase. Takers move <c>at</c> behind what they took.</summary>
internal sealed class DateText
{
    private readonly IReadOnlyList<DateReading>[] _readings;

    public DateText(string text)
    {
        Words = WordReader.Read(text);
        _readings = [.. Enumerable.Range(0, Words.Count).Select(at => DateVocabulary.Embedded.Read(Words, at))];
    }

    public IReadOnlyList<Word> Words { get; }

    /// <summary>False for words that begin no date phrase, which are most of a sentence.</summary>
    public bool MayBegin(int at) => _readings[at].Count > 0 || Words[at].Text.Any(char.IsAsciiDigit) || Words[at].Folded is "q" or "'" or "’";

    public bool IsAtEnd(int at) => at >= Words.Count;

    public bool Take(DateSign sign, ref int at) => Take(sign, ref at, out _);

    public bool Take(DateSign sign, ref int at, out int value)
    {
        if (!IsAtEnd(at))
        {
            foreach (var reading in _readings[at])
            {
                if (reading.Sign == sign)
                {
                    value = reading.Value;
                    at += reading.Length;
                    return true;
                }
            }
        }

        value = 0;
        return false;
    }

    public bool Is(DateSign sign, int at) => Take(sign, ref at);

    public bool TakeMark(char mark, ref int at)
    {
        if (IsAtEnd(at) || Words[at].Text.Length != 1 || Words[at].Text[0] != mark)
        {
            return false;
        }

        at++;
        return true;
    }

    public bool TakeUnit(ref int at, out PeriodUnit unit)
    {
        var taken = Take(DateSign.Unit, ref at, out var value);
        unit = (PeriodUnit)value;
        return taken;
    }

    /// <summary>Digits, or a number word.</summary>
    public bool TakeNumber(ref int at, out int number) => TakeDigits(ref at, 1, 4, out number) || Take(DateSign.Number, ref at, out number);

    public bool TakeDigits(ref int at, int shortest, int longest, out int number)
    {
        number = 0;
        if (IsAtEnd(at) || !Words[at].IsNumber || Words[at].Text.Length < shortest || Words[at].Text.Length > longest)
        {
            return false;
        }

        number = int.Parse(Words[at++].Text, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>2024, or '24.</summary>
    public bool TakeYear(ref int at, out int year)
    {
        var next = at;
        if (TakeDigits(ref next, 4, 4, out year) && year is >= 2000 and < 2100)
        {
            at = next;
            return true;
        }

        next = at;
        if ((TakeMark('\'', ref next) || TakeMark('’', ref next)) && TakeDigits(ref next, 2, 2, out year))
        {
            year += 2000;
            at = next;
            return true;
        }

        return false;
    }

    /// <summary>True when every reading of the words [start, end) is weak and so needs company.</summary>
    public bool IsWeak(int start, int end) =>
        end - start == 1 && _readings[start].Where(reading => reading.Sign is DateSign.Month or DateSign.Weekday or DateSign.Day)
            .Any(reading => reading.IsWeak);
}
