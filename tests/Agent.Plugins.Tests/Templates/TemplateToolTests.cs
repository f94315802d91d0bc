using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Templates;

[Collection(SharedNetwork.Name)]
public sealed class TemplateToolTests(SimulatedNetworkFixture network)
{
    private readonly string _owner = $"owner-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_template_that_was_created_is_listed_with_its_variables()
    {
        await AnswerAsync("create_template", """{"name":"Offer *Pitch*","content":"Sell {{offer}} in {{language}}"}""");

        var list = await AnswerAsync("list_templates", "{}");

        list.Markdown.ShouldContain("You have 1 prompt template.");
        list.Markdown.ShouldContain("Offer \\*Pitch\\*");
        list.Cards[0].Data["rows"]![0]![1]!.GetValue<string>().ShouldBe("offer, language");
    }

    [Fact]
    public async Task Without_templates_the_list_says_how_to_make_one()
    {
        var list = await AnswerAsync("list_templates", "{}");

        list.Markdown.ShouldContain("no prompt templates yet");
    }

    [Fact]
    public async Task A_saved_template_says_what_it_takes()
    {
        (await AnswerAsync("create_template", """{"name":"Recap","content":"Recap {{month}}"}""")).Markdown.ShouldContain("It takes month.");
        (await AnswerAsync("create_template", """{"name":"Hello","content":"Hello"}""")).Markdown.ShouldContain("no variables");
    }

    [Fact]
    public async Task A_name_is_used_once()
    {
        await AnswerAsync("create_template", """{"name":"Recap","content":"one"}""");

        var second = await network.Tools.RunAsync("create_template", """{"name":"RECAP","content":"two"}""", owner: _owner);

        second.ShouldBeOfType<ToolOutcome.Failed>().Problem.Code.ShouldBe("template_name_taken");
    }

    [Fact]
    public async Task What_cannot_be_saved_says_why()
    {
        var outcome = await network.Tools.RunAsync("create_template", """{"name":"Recap","content":"Hi {{first name}}"}""", owner: _owner);

        outcome.ShouldBeOfType<ToolOutcome.Failed>().Problem.Text.ShouldContain("“first name” at character 4 is no variable name");
    }

    private Task<ToolAnswer> AnswerAsync(string tool, string arguments) => network.Tools.AnswerAsync(tool, arguments, owner: _owner);
}
