using Xunit;
using Xunit.Sdk;

namespace PromptLab.Testing.Requirements;

/// <summary>A test that drives a Chromium, <see cref="Executable"/>. How it is run lies beside the pages, in the project of the host's tests.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("PromptLab.Host.Tests.Browser.PageTestDiscoverer", "Agent.Host.Tests")]
public sealed class BrowserFactAttribute : FactAttribute
{
    private const string Missing = "No Chromium: set PROMPTLAB_TEST_CHROMIUM or install Debian's chromium.";

    public BrowserFactAttribute() => Skip = TestRequirement.SkipUnless(TestRequirement.Chromium, Missing);

    public static string Executable => TestRequirement.Require(TestRequirement.Chromium, Missing);
}
