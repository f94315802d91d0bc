using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Tests.Templates;

public sealed class PlaceholderTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["name"] = "Ann", ["x"] = "1", ["y_2"] = "{{x}}" };

    [Theory]
    [InlineData("Hello {{name}}!", "Hello Ann!")]
    [InlineData("{{ name }}{{\tx\n}}", "Ann1")]
    [InlineData("{{{{name}}}}", "{{name}}")]
    [InlineData("{{{{ {{name}} }}}}", "{{ Ann }}")]
    [InlineData("{\"name\": {{x}}}", "{\"name\": 1}")]
    [InlineData("{{{x}}}", "{1}")]
    [InlineData("{\"a\": {\"b\": {{x}}}}", "{\"a\": {\"b\": 1}}")]
    [InlineData("{{{{{{x}}}}}}", "{{1}}")]
    [InlineData("{ } }} }}}}", "{ } }} }}")]
    [InlineData("{{y_2}}", "{{x}}")]
    [InlineData("", "")]
    public void Values_take_the_place_of_their_variables(string text, string rendered)
    {
        PlaceholderText.Parse(text).Render(Values).ShouldBe(rendered);
    }

    [Fact]
    public void A_variable_is_told_once_in_the_order_of_first_use()
    {
        PlaceholderText.Parse("{{b}} {{a}} {{ b }}").Variables.ShouldBe(["b", "a"]);
    }

    [Theory]
    [InlineData("Hello {{name", 7, "not closed")]
    [InlineData("{{}}", 1, "hold no variable")]
    [InlineData("ab {{first name}}", 4, "“first name” at character 4 is no variable name")]
    [InlineData("{{2x}}", 1, "“2x” at character 1")]
    [InlineData("{{{{ok}}}} {{a-b}}", 12, "“a-b” at character 12")]
    public void What_cannot_be_read_is_told_with_its_place(string text, int position, string words)
    {
        var problem = PlaceholderText.Parse(text).Problems.ShouldHaveSingleItem();

        problem.Position.ShouldBe(position);
        problem.Text.ShouldContain(words);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        PlaceholderText.Parse("{{a b}} and {{c d}} and {{e").Problems.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("{{x}}")]
    [InlineData("a {b} }}}} {{{ c")]
    [InlineData("{{{{{}}}}}")]
    public void Escaped_text_is_rendered_as_it_was(string text)
    {
        PlaceholderText.Parse(PlaceholderText.Escape(text)).Render(Values).ShouldBe(text);
    }
}
