using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Tests.Templates;

public sealed class TemplateCheckTests
{
    private static readonly TemplateDraft Good = new("Recap", "", ["mail"], new TemplateBody(null, "Hi {{name}}", [], ModelParameters.None), "");

    private static TemplateInput Input(string name, string type, string? @default = null) => new(name, type, "", @default, IsRequired: true, []);

    [Fact]
    public void A_good_draft_has_no_problems()
    {
        TemplateCheck.Problems(Good).ShouldBeEmpty();
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var bad = Good with
        {
            Name = "",
            Tags = [new string('x', 41)],
            Body = new("{{s", "{{a b}}", [Input("1st", "text"), Input("n", "number", "much"), Input("c", "choice"), Input("z", "colour")], new(3, 0, 2, [""])),
        };

        var fields = TemplateCheck.Problems(bad).Select(problem => problem.Field);

        fields.ShouldBe(
            [
                "name", "tags", "content", "system_prompt", "inputs[0]", "inputs[1]", "inputs[2]", "inputs[3]", "parameters.temperature",
                "parameters.max_tokens", "parameters.top_p", "parameters.stop",
            ]);
    }

    [Theory]
    [InlineData("  ")]
    [InlineData("")]
    public void An_empty_content_is_refused(string content)
    {
        TemplateCheck.Problems(Good with { Body = Good.Body with { Content = content } }).ShouldHaveSingleItem().Field.ShouldBe("content");
    }

    [Fact]
    public void A_text_that_is_too_long_says_how_long_it_is()
    {
        TemplateCheck.Problems(Good with { Body = Good.Body with { Content = new string('x', 100_001) } })
            .ShouldHaveSingleItem().Text.ShouldContain("100001 characters");
    }

    [Fact]
    public void An_input_is_declared_once()
    {
        var body = Good.Body with { Inputs = [Input("name", "text"), Input("name", "number")] };

        TemplateCheck.Problems(Good with { Body = body }).ShouldHaveSingleItem().Text.ShouldBe("name is declared twice.");
    }
}
