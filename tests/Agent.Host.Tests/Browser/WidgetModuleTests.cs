using PromptLab.Host.Tests.Conformance;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Browser;

public sealed class WidgetModuleTests
{
    private const string Folder = "tests/Agent.Host.Tests/Browser/Modules";

    [NodeFact]
    public async Task The_parts_of_the_widget_that_need_no_page_pass_their_own_tests()
    {
        var files = Directory.GetFiles(Path.Combine(NodeScript.Root, Folder), "*.test.mjs").Select(file => Path.GetFileName(file));

        var report = await NodeScript.RunAsync(Folder, ["--test", "--test-reporter=tap", .. files]);

        report.ShouldContain("# fail 0");
        report.ShouldNotContain("# pass 0");
    }
}
