using System.IO.Enumeration;

namespace PromptLab.Simulator.Requests;

/// <summary>A path with <c>*</c> for any run of characters; <c>/v1</c> in front is optional.</summary>
internal sealed class PathPattern(string pattern)
{
    private const string Version = "/v1";
    private readonly string _pattern = pattern.StartsWith(Version, StringComparison.Ordinal) || pattern.StartsWith('*') ? pattern : Version + pattern;

    public bool Matches(string path) => FileSystemName.MatchesSimpleExpression(_pattern, path);
}
