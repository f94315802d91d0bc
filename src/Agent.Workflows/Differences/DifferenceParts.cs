using System.Text;

namespace PromptLab.Workflows.Differences;

/// <summary>Joins words of the same kind to parts.</summary>
internal sealed class DifferenceParts
{
    private readonly List<DifferencePart> _parts = [];
    private readonly StringBuilder _text = new();
    private string _kind = DifferencePart.Same;

    public void Add(string kind, ReadOnlySpan<string> words)
    {
        if (words.Length > 0 && kind != _kind)
        {
            Close();
            _kind = kind;
        }

        foreach (var word in words)
        {
            _text.Append(word);
        }
    }

    public IReadOnlyList<DifferencePart> ToList()
    {
        Close();
        return _parts;
    }

    private void Close()
    {
        if (_text.Length > 0)
        {
            _parts.Add(new(_kind, _text.ToString()));
            _text.Clear();
        }
    }
}
