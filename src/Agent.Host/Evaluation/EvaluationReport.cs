using System.Globalization;

namespace PromptLab.Host.Evaluation;

/// <summary>What a run of cases tells beside its predictions: how many of what, and how long each took.</summary>
internal sealed class EvaluationReport
{
    private readonly SortedDictionary<string, int> _tools = new(StringComparer.Ordinal);
    private readonly List<double> _milliseconds = [];

    public void Add(string tool, TimeSpan duration)
    {
        _tools[tool] = _tools.GetValueOrDefault(tool) + 1;
        _milliseconds.Add(duration.TotalMilliseconds);
    }

    public override string ToString()
    {
        if (_milliseconds.Count == 0)
        {
            return "No cases.";
        }

        var tools = string.Join("  ", _tools.Select(pair => $"{pair.Key} {pair.Value}"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{_milliseconds.Count} cases: median {Quantile(0.5):0.00} ms, p95 {Quantile(0.95):0.00} ms, most {Quantile(1):0.00} ms per case\n{tools}");
    }

    private double Quantile(double share)
    {
        _milliseconds.Sort();
        return _milliseconds[(int)Math.Round(share * (_milliseconds.Count - 1))];
    }
}
