using System.Collections.Concurrent;

namespace PromptLab.Simulator.Requests;

/// <summary>How often each method and path was called, refused calls included, calls under <c>/__admin</c> not.</summary>
public sealed class RequestLog
{
    private const int MostPaths = 10_000;
    private readonly ConcurrentDictionary<(string Method, string Path), int> _counts = [];

    /// <summary>The calls so far, by path and method.</summary>
    public IReadOnlyList<RequestCount> Counts =>
        [.. _counts.Select(entry => new RequestCount(entry.Key.Method, entry.Key.Path, entry.Value)).OrderBy(count => count.Path, StringComparer.Ordinal).ThenBy(count => count.Method, StringComparer.Ordinal)];

    /// <summary>How often matching paths were called.</summary>
    /// <param name="pathPattern">With <c>*</c> for anything; the version may be left out: <c>/networks/affiliates/*/offers/visibility</c>.</param>
    public int CountOf(string method, string pathPattern)
    {
        var pattern = new PathPattern(pathPattern);
        return _counts.Where(entry => entry.Key.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && pattern.Matches(entry.Key.Path)).Sum(entry => entry.Value);
    }

    public void Clear() => _counts.Clear();

    internal void Add(string method, string path)
    {
        if (_counts.Count < MostPaths || _counts.ContainsKey((method, path))) _counts.AddOrUpdate((method, path), 1, (_, count) => count + 1);
    }
}
