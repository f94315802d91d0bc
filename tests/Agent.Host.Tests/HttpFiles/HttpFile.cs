using System.Text.RegularExpressions;
using PromptLab.Host.Tests.Conformance;

namespace PromptLab.Host.Tests.HttpFiles;

/// <summary>A file of <c>docs/http</c>, as the REST clients of editors read it: requests with <c>###</c> between, <c>@name = value</c>, <c># @name</c>.</summary>
internal sealed partial record HttpFile(string Name, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<HttpFileRequest> Requests)
{
    public static string Folder { get; } = Path.Combine(NodeScript.Root, "docs", "http");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.http").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    public static HttpFile Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        var variables = Variable().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        return new(name, variables, [.. Separator().Split(text).Select(HttpFileRequest.Read).OfType<HttpFileRequest>()]);
    }

    [GeneratedRegex(@"^@(\w+) *= *(.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex("^###.*$", RegexOptions.Multiline)]
    private static partial Regex Separator();
}
