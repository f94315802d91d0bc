using System.Text.RegularExpressions;

namespace PromptLab.Host.Tests.HttpFiles;

/// <summary>One request of a file, its variables not yet filled in.</summary>
/// <param name="Expected">Status that <c># expect NNN</c> announces; null for any success.</param>
internal sealed partial record HttpFileRequest(
    string? Name, int? Expected, string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, string? Body)
{
    /// <summary>Whether it is sent until its list has a row.</summary>
    public bool IsRepeated { get; private init; }

    public string Path => Target.Replace("{{host}}", "", StringComparison.Ordinal);

    /// <summary>Null when the part of the file holds no request.</summary>
    public static HttpFileRequest? Read(string part)
    {
        var lines = part.Split('\n').SkipWhile(line => RequestLine().Match(line) is { Success: false }).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var line = RequestLine().Match(lines[0]);
        var headers = lines.Skip(1).TakeWhile(text => text.Trim().Length > 0).Select(text => text.Split(':', 2)).Select(pair => (pair[0].Trim(), pair[1].Trim())).ToList();
        var body = string.Join('\n', lines.Skip(headers.Count + 2)).Trim();
        var expected = ExpectedStatus().Match(part);
        var name = RequestName().Match(part);
        return new(
            name.Success ? name.Groups[1].Value : null, expected.Success ? int.Parse(expected.Groups[1].Value, null) : null,
            line.Groups[1].Value, line.Groups[2].Value, headers, body.Length == 0 ? null : body)
        {
            IsRepeated = part.Contains("# again until there is one", StringComparison.Ordinal),
        };
    }

    [GeneratedRegex(@"^(GET|POST|PUT|PATCH|DELETE) (\S+)$")]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^# expect (\d{3})", RegexOptions.Multiline)]
    private static partial Regex ExpectedStatus();

    [GeneratedRegex(@"^# @name (\w+)", RegexOptions.Multiline)]
    private static partial Regex RequestName();
}
