using PromptLab.Host.Tests.Browser;
using PromptLab.Host.Tests.Hosting;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("PromptLab.Host.Tests.Hosting.LongestFirst", "Agent.Host.Tests")]

namespace PromptLab.Host.Tests.Hosting;

/// <summary>The tests of the pages follow one another and take longest: begun last, everything else would be waiting for them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.DisplayName != OneBrowser.Name).ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
