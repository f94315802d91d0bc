namespace PromptLab.Everflow.Reports;

/// <summary>What the API refuses or, worse, silently ignores, checked before a request is spent on it.</summary>
internal static class ReportRules
{
    public const int LongestDays = 365;

    /// <summary>Tables may be longer, because they can be asked in pieces and added up.</summary>
    public const int LongestTableDays = 2 * LongestDays;

    private const int MostColumns = 10;

    public static void Check(string operation, ReportQuery query, int longest = LongestDays)
    {
        CheckDays(operation, query.From, query.To, longest);
        CheckColumns(operation, query.Columns);
        CheckFilters(operation, query.Filters);
        CheckFilters(operation, query.Exclusions);
    }

    public static void CheckDays(string operation, DateOnly from, DateOnly to, int longest = LongestDays)
    {
        if (from > to)
            throw Refused(operation, "The first day of a report must not be after its last day.");
        if (to.DayNumber - from.DayNumber >= longest)
            throw Refused(operation, $"A report covers at most {longest} days.");
    }

    public static void CheckFilters(string operation, IReadOnlyList<ReportFilter> filters)
    {
        for (var i = 0; i < filters.Count; i++)
            if (!IsName(filters[i].ResourceType) || string.IsNullOrWhiteSpace(filters[i].Value))
                throw Refused(operation, "A filter needs a resource type in the API's spelling and a value.");
    }

    private static void CheckColumns(string operation, IReadOnlyList<string> columns)
    {
        if (columns.Count is 0 or > MostColumns)
            throw Refused(operation, "A report has 1 to 10 columns.");

        var times = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            if (!IsName(columns[i]))
                throw Refused(operation, "A column must have the API's spelling: lower-case letters, digits and underscores.");
            for (var j = 0; j < i; j++)
                if (columns[j] == columns[i])
                    throw Refused(operation, "A column may be asked once.");
            if (ReportColumn.Times.Contains(columns[i]) && ++times > 1)
                throw Refused(operation, "A report has at most one time column.");
        }
    }

    private static bool IsName(string text) =>
        text.Length > 0 && text.AsSpan().IndexOfAnyExcept(NameCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    private static EverflowException Refused(string operation, string rule) => new(EverflowFailure.BadRequest, operation, rule);
}
