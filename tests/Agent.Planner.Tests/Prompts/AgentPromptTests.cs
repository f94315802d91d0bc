using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Prompts;

namespace PromptLab.Planner.Tests.Prompts;

/// <summary>The prompt that is shipped.</summary>
public sealed class AgentPromptTests
{
    private readonly PromptVersion prompt = new PromptLibrary(
        Options.Create(new PromptsOptions { Directory = Path.Combine(AppContext.BaseDirectory, "prompts") }),
        NullLogger<PromptLibrary>.Instance).Get("agent", "conversation");

    [Fact]
    public void It_is_short_because_it_is_part_of_every_turn() => Encoding.UTF8.GetByteCount(prompt.Text).ShouldBeLessThan(1900);

    [Fact]
    public void It_needs_no_values() => prompt.Inputs.ShouldBeEmpty();

    [Theory]
    [InlineData("[clarify]")]
    [InlineData("[refuse]")]
    [InlineData("[help]")]
    [InlineData("[smalltalk]")]
    [InlineData("Conversation state")]
    [InlineData("commentary")]
    public void It_speaks_of_what_the_planner_relies_on(string word) => prompt.Text.ShouldContain(word);
}
