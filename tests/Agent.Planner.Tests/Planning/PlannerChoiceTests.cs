using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Tests.Planning;

public sealed class PlannerChoiceTests
{
    [Fact]
    public async Task The_default_is_semantic_kernel_where_it_is_built_in()
    {
        await using var services = Services(null);

        var planner = services.GetRequiredService<IPlanner>();

#if SEMANTIC_KERNEL
        planner.Name.ShouldBe("semantic-kernel");
#else
        planner.Name.ShouldBe("extensions-ai");
#endif
    }

    [Theory]
    [InlineData("extensions-ai")]
    [InlineData(" Extensions-AI ")]
    public async Task A_planner_is_chosen_by_its_name(string kind)
    {
        await using var services = Services(kind);

        services.GetRequiredService<IPlanner>().Name.ShouldBe("extensions-ai");
    }

    [Fact]
    public async Task A_planner_that_is_not_built_in_stops_the_start_with_the_names_of_those_that_are()
    {
        await using var services = Services("autogen");

        var error = Should.Throw<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        error.Message.ShouldStartWith("Planner:Kind is \"autogen\", which is not built in. Built in: extensions-ai");
    }

    private static ServiceProvider Services(string? kind) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Planner:Kind", kind)]).Build())
        .AddLogging().AddSingleton(new ToolCatalogue([])).AddPlanners().BuildServiceProvider();
}
