using System.Xml.Linq;

namespace PromptLab.Host.Tests.Architecture;

public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Agent.Host"] = ["Agent.SemanticKernel", "Agent.Planner", "Everflow.Simulator"],
        ["Agent.SemanticKernel"] = ["Agent.Planner"],
        ["Agent.Planner"] = ["Agent.Plugins"],
        ["Agent.Plugins"] = ["Agent.Workflows"],
        ["Agent.Workflows"] = ["Agent.Everflow", "Agent.Data"],
        ["Agent.Everflow"] = [],
        ["Agent.Data"] = [],
        ["Everflow.Simulator"] = [],
    };

    [Fact]
    public void Projects_depend_on_each_other_one_way_only()
    {
        var projects = Directory.GetFiles(Path.Combine(Root(), "src"), "*.csproj", SearchOption.AllDirectories);

        var forbidden = projects.SelectMany(project => References(project)
            .Where(reference => !Allowed[Path.GetFileNameWithoutExtension(project)].Contains(reference))
            .Select(reference => $"{Path.GetFileNameWithoutExtension(project)} → {reference}"));

        projects.ShouldNotBeEmpty();
        forbidden.ShouldBeEmpty();
    }

    [Fact]
    public void No_prompt_text_sits_in_the_code()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories);

        var prompts = code.Where(file => File.ReadAllText(file).Contains("You are a", StringComparison.OrdinalIgnoreCase)
            || File.ReadAllText(file).Contains("You are the", StringComparison.OrdinalIgnoreCase));

        prompts.ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PromptLab.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the project.");
        }

        return folder.FullName;
    }
}
