using System.Globalization;
using System.Text;

namespace PromptLab.Planner.Planning;

/// <summary>
/// Marks every figure of a model's text that nothing it was given contains. Works on a stream: a number that may go on in the
/// next piece is held back. Whole numbers up to ten pass when no unit follows: they count things ("the top 3").
/// </summary>
internal sealed class FigureCheck
{
    public const string Mark = " (unverified)";

    private readonly HashSet<decimal> _known = [];
    private readonly StringBuilder _number = new();
    private bool _isFollowedBySpace;
    private char _before = ' ';

    public FigureCheck(IEnumerable<string> sources)
    {
        foreach (var source in sources)
        {
            Collect(source);
        }
    }

    public string Push(string delta)
    {
        var shown = new StringBuilder(delta.Length);
        foreach (var letter in delta)
        {
            Take(letter, shown);
        }

        return shown.ToString();
    }

    public string Flush()
    {
        var shown = new StringBuilder();
        EndNumber('\0', shown);
        return shown.ToString();
    }

    private void Take(char letter, StringBuilder shown)
    {
        if (_number.Length > 0 && letter == ' ' && !_isFollowedBySpace)
        {
            _isFollowedBySpace = true;
            return;
        }

        if (!_isFollowedBySpace && ContinuesNumber(letter, _number))
        {
            _number.Append(letter);
            return;
        }

        EndNumber(letter, shown);
        if (char.IsAsciiDigit(letter))
        {
            _number.Append(letter);
            return;
        }

        shown.Append(letter);
        _before = letter;
    }

    private void EndNumber(char next, StringBuilder shown)
    {
        if (_number.Length == 0)
        {
            return;
        }

        var text = _number.ToString();
        var figure = text.TrimEnd('.', ',');
        var isMeasure = IsUnit(next) || IsUnit(_before);
        _number.Clear();
        shown.Append(figure);
        if (!Readings(figure).Any(value => IsKnown(value, isMeasure)))
        {
            shown.Append(Mark);
        }

        shown.Append(text, figure.Length, text.Length - figure.Length);
        if (_isFollowedBySpace)
        {
            shown.Append(' ');
        }

        _isFollowedBySpace = false;
        _before = ' ';
    }

    private bool IsKnown(decimal value, bool isMeasure) =>
        _known.Contains(value) || (!isMeasure && value <= 10 && value == decimal.Truncate(value));

    private void Collect(string source)
    {
        var text = new StringBuilder();
        foreach (var letter in source)
        {
            if (ContinuesNumber(letter, text))
            {
                text.Append(letter);
            }
            else if (text.Length > 0)
            {
                _known.UnionWith(Readings(text.ToString().TrimEnd('.', ',')));
                text.Clear();
            }
        }

        _known.UnionWith(Readings(text.ToString().TrimEnd('.', ',')));
    }

    private static bool ContinuesNumber(char letter, StringBuilder number) =>
        char.IsAsciiDigit(letter) || (number.Length > 0 && letter is ('.' or ','));

    private static bool IsUnit(char letter) => letter is '%' or '€' or '$' or '£' or '×';

    /// <summary>1,234 is one thousand or one and a bit, depending on who writes it: both readings count.</summary>
    private static IEnumerable<decimal> Readings(string figure)
    {
        if (decimal.TryParse(figure, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var english))
        {
            yield return english;
        }

        var swapped = figure.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        if (decimal.TryParse(swapped, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var continental))
        {
            yield return continental;
        }
    }
}
