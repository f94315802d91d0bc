using System.Text;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Templates;

/// <summary>
/// Text with <c>{{variable}}</c> where a value goes; spaces inside the braces do not matter. <c>{{{{</c> and <c>}}}}</c> stand for literal
/// double braces, and a single brace is just a brace, so that <c>{"name": {{name}}}</c> is what it looks like.
/// </summary>
public sealed partial class PlaceholderText
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const int Escaped = 4;

    private readonly List<PlaceholderPart> _parts = [];
    private readonly List<PlaceholderProblem> _problems = [];

    private PlaceholderText(string text) => Read(text);

    public IReadOnlyList<PlaceholderProblem> Problems => _problems;

    /// <summary>Distinct, in the order of their first use.</summary>
    public IReadOnlyList<string> Variables => [.. _parts.Where(part => part.IsVariable).Select(part => part.Text).Distinct(StringComparer.Ordinal)];

    internal IReadOnlyList<PlaceholderPart> Parts => _parts;

    public static PlaceholderText Parse(string text) => new(text);

    public static bool IsVariableName(string name) => VariableName().IsMatch(name);

    /// <summary>What stands for <paramref name="text"/> in a text with placeholders.</summary>
    public static string Escape(string text) => text.Replace(Open, Open + Open, StringComparison.Ordinal).Replace(Close, Close + Close, StringComparison.Ordinal);

    /// <summary>The text with the values in place; they are never read again. A variable without a value leaves nothing.</summary>
    public string Render(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.IsVariable ? values.GetValueOrDefault(part.Text) : part.Text);
        }

        return text.ToString();
    }

    /// <summary>How many characters <see cref="Render"/> would give for values of these lengths.</summary>
    public long LengthWith(IReadOnlyDictionary<string, long> lengths) =>
        _parts.Sum(part => part.IsVariable ? lengths.GetValueOrDefault(part.Text) : part.Text.Length);

    private void Read(string text)
    {
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '{' => ReadOpening(text, at, literal),
                '}' => ReadRun(text, at, Close, literal, out _),
                _ => ReadPlain(text, at, literal),
            };
        }

        Flush(literal);
    }

    private static int ReadPlain(string text, int at, StringBuilder literal)
    {
        var brace = text.AsSpan(at).IndexOfAny('{', '}');
        var end = brace < 0 ? text.Length : at + brace;
        literal.Append(text, at, end - at);
        return end;
    }

    /// <summary>Takes a run of one kind of brace: every four are a literal pair, the rest is taken as it is unless it opens a placeholder.</summary>
    private static int ReadRun(string text, int at, string pair, StringBuilder literal, out bool opens)
    {
        var end = at;
        while (end < text.Length && text[end] == pair[0])
        {
            end++;
        }

        for (; end - at >= Escaped; at += Escaped)
        {
            literal.Append(pair);
        }

        opens = pair == Open && end - at >= pair.Length;
        var rest = opens ? end - at - pair.Length : end - at;
        literal.Append(pair[0], rest);
        return at + rest;
    }

    private int ReadOpening(string text, int at, StringBuilder literal)
    {
        at = ReadRun(text, at, Open, literal, out var opens);
        if (!opens)
        {
            return at;
        }

        var close = text.IndexOf(Close, at + Open.Length, StringComparison.Ordinal);
        if (close < 0)
        {
            _problems.Add(new(at + 1, $"The braces at character {at + 1} are not closed: write }}}} behind the variable's name, or {{{{{{{{ for braces that are meant."));
            literal.Append(text, at, text.Length - at);
            return text.Length;
        }

        var name = text[(at + Open.Length)..close].Trim();
        if (!IsVariableName(name))
        {
            _problems.Add(new(at + 1, NotAName(name, at + 1)));
        }

        Flush(literal);
        _parts.Add(new(name, IsVariable: true));
        return close + Close.Length;
    }

    private static string NotAName(string name, int position) => name.Length == 0
        ? $"The braces at character {position} hold no variable: write its name between them."
        : $"“{Shorten(name)}” at character {position} is no variable name: use letters, digits and _, beginning with a letter, or {{{{{{{{ and }}}}}}}} for braces that are meant.";

    private static string Shorten(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private void Flush(StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            _parts.Add(new(literal.ToString(), IsVariable: false));
            literal.Clear();
        }
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
