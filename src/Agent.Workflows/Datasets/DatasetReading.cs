namespace PromptLab.Workflows.Datasets;

/// <summary>What a file comes to. Its rows can be used only when there are no problems.</summary>
internal sealed class DatasetReading
{
    /// <summary>More than a person reads; the count tells the rest.</summary>
    private const int MostTold = 1_000;

    private readonly List<DatasetCaseDraft> _rows = [];
    private readonly List<LineProblem> _problems = [];
    private int _more;

    public IReadOnlyList<DatasetCaseDraft> Rows => _rows;

    public IReadOnlyList<LineProblem> Problems =>
        _more == 0 ? _problems : [.. _problems, new(_problems[^1].Line, $"{_more} further problems are not listed.")];

    /// <summary>Reading on is of no use: there are more rows than a dataset may have.</summary>
    public bool IsFull { get; private set; }

    public void Problem(int line, string message)
    {
        if (_problems.Count < MostTold)
        {
            _problems.Add(new(line, message));
        }
        else
        {
            _more++;
        }
    }

    public void Row(int line, DatasetCaseDraft row)
    {
        foreach (var problem in DatasetCaseCheck.Problems(row))
        {
            Problem(line, problem);
        }

        if (_rows.Count == DatasetCases.Most)
        {
            Problem(line, $"A dataset has at most {DatasetCases.Most} rows. Split the file.");
            IsFull = true;
            return;
        }

        _rows.Add(row);
    }
}
