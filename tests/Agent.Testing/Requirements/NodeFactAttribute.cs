using Xunit;

namespace PromptLab.Testing.Requirements;

/// <summary>A test that runs JavaScript with Node.js, <see cref="Executable"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    private const string Missing = "No Node.js: set PROMPTLAB_TEST_NODE or put node on the PATH.";

    public NodeFactAttribute() => Skip = TestRequirement.SkipUnless(TestRequirement.Node, Missing);

    public static string Executable => TestRequirement.Require(TestRequirement.Node, Missing);
}
