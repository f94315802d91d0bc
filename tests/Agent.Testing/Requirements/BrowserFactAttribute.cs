using Xunit;

namespace PromptLab.Testing.Requirements;

/// <summary>A test that drives a Chromium, <see cref="Executable"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private const string Missing = "No Chromium: set PROMPTLAB_TEST_CHROMIUM or install Debian's chromium.";

    public BrowserFactAttribute() => Skip = TestRequirement.SkipUnless(TestRequirement.Chromium, Missing);

    public static string Executable => TestRequirement.Require(TestRequirement.Chromium, Missing);
}
