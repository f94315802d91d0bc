using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Tests.Templates;

public sealed class TemplateRenderingTests
{
    private static TemplateBody Body(string content, params IReadOnlyList<TemplateInput> inputs) => new(null, content, inputs, ModelParameters.None);

    private static TemplateInput Input(string name, string type = "text", string? @default = null, bool isRequired = true, params IReadOnlyList<string> options) =>
        new(name, type, "", @default, isRequired, options);

    [Fact]
    public void Both_texts_get_the_values()
    {
        var body = Body("Write to {{name}}") with { SystemPrompt = "You speak {{language}}." };

        var (prompt, _) = TemplateRendering.Render(body, new Dictionary<string, string> { ["name"] = "Ann", ["language"] = "Dutch" });

        (prompt!.SystemPrompt, prompt.Content).ShouldBe(("You speak Dutch.", "Write to Ann"));
    }

    [Fact]
    public void A_default_stands_in_and_is_recorded()
    {
        var (prompt, _) = TemplateRendering.Render(Body("In {{language}}", Input("language", @default: "English")), new Dictionary<string, string>());

        prompt!.Content.ShouldBe("In English");
        prompt.Variables["language"].ShouldBe("English");
    }

    [Fact]
    public void An_optional_input_without_a_value_leaves_nothing()
    {
        var (prompt, _) = TemplateRendering.Render(Body("Hi{{name}}!", Input("name", isRequired: false)), new Dictionary<string, string>());

        prompt!.Content.ShouldBe("Hi!");
    }

    [Fact]
    public void Every_missing_variable_is_named_in_one_answer()
    {
        var (prompt, problems) = TemplateRendering.Render(Body("{{a}} {{b}} {{c}}"), new Dictionary<string, string> { ["b"] = "1" });

        prompt.ShouldBeNull();
        problems.Select(problem => problem.Field).ShouldBe(["variables.a", "variables.c"]);
    }

    [Theory]
    [InlineData("number", "12,5", "12.5")]
    [InlineData("integer", "1.5", "-3")]
    [InlineData("boolean", "yes", "true")]
    [InlineData("date", "15-01-2025", "2025-01-15")]
    [InlineData("choice", "green", "red")]
    public void A_value_must_be_of_its_type(string type, string wrong, string right)
    {
        var body = Body("{{x}}", Input("x", type, null, true, "red", "blue"));

        var (_, problems) = TemplateRendering.Render(body, new Dictionary<string, string> { ["x"] = wrong });
        var (prompt, _) = TemplateRendering.Render(body, new Dictionary<string, string> { ["x"] = right });

        problems.ShouldHaveSingleItem().Text.ShouldStartWith("x must be ");
        prompt!.Content.ShouldBe(right);
    }

    [Fact]
    public void A_prompt_that_no_model_and_no_memory_holds_is_not_made()
    {
        var body = Body(string.Concat(Enumerable.Repeat("{{x}} {{y}}", 20)));

        var (prompt, problems) = TemplateRendering.Render(body, new Dictionary<string, string> { ["x"] = "1", ["y"] = new string('a', 500_000) });

        prompt.ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem => problem.Field.ShouldBe("variables.y"), problem => problem.Text.ShouldStartWith("The prompt would have 10000040 characters; at most 10000000 are sent."));
    }

    [Fact]
    public void A_value_that_no_variable_takes_is_a_problem()
    {
        var (_, problems) = TemplateRendering.Render(Body("{{name}}"), new Dictionary<string, string> { ["name"] = "Ann", ["nmae"] = "Bob" });

        problems.ShouldHaveSingleItem().Text.ShouldBe("The template has no variable nmae. It has: name.");
    }

    [Fact]
    public void The_hash_tells_texts_inputs_and_parameters_apart()
    {
        var body = Body("{{x}}");

        string[] hashes =
        [
            body.Hash(), Body("{{x}} ").Hash(), Body("{{x}}", Input("x")).Hash(), (body with { SystemPrompt = "s" }).Hash(),
            (body with { Parameters = new(Temperature: 1) }).Hash(),
        ];

        hashes.Distinct().Count().ShouldBe(5);
        Body("{{x}}").Hash().ShouldBe(body.Hash());
    }
}
