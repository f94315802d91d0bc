using System.Text;
using PromptLab.Planner.Prompts;

namespace PromptLab.Planner.Tests.Prompts;

public sealed class PromptFileTests
{
    [Fact]
    public void A_prompt_in_the_schema_of_semantic_kernel_is_read_whole()
    {
        const string Yaml = """
            name: judge
            description: Judges a text.
            template_format: semantic-kernel
            template: |
              Judge {{$text}} in {{ $language }}.
            input_variables:
              - name: text
                description: What is judged
                is_required: true
              - name: language
                default: English
                is_required: false
            output_variable:
              description: A verdict
            execution_settings:
              default:
                temperature: 0.2
                max_tokens: 300
                top_p: 0.9
                stop_sequences: [END]
            """;

        var prompt = Parse(Yaml);

        prompt.Description.ShouldBe("Judges a text.");
        prompt.Inputs.ShouldBe([new("text", "What is judged", null, true), new("language", "", "English", false)]);
        (prompt.Settings.Temperature, prompt.Settings.MaxOutputTokens, prompt.Settings.TopP).ShouldBe((0.2f, 300, 0.9f));
        prompt.Settings.StopSequences.ShouldBe(["END"]);
        prompt.Render(new Dictionary<string, string> { ["text"] = "it {{$language}}" }).ShouldBe("Judge it {{$language}} in English.");
    }

    [Fact]
    public void Values_that_are_missing_are_all_named()
    {
        var prompt = Parse("name: judge\ntemplate: '{{$a}} {{$b}} {{$c}}'\ninput_variables: [{name: a}, {name: b}, {name: c, default: x}]");

        var exception = Should.Throw<MissingPromptInputException>(() => prompt.Render(new Dictionary<string, string>()));

        exception.Message.ShouldBe("Prompt judge@1 needs a value for a, b.");
    }

    [Fact]
    public void A_prompt_without_variables_is_always_the_same_string()
    {
        var prompt = Parse("name: judge\ntemplate: 'A } lone { brace'");

        prompt.Text.ShouldBe("A } lone { brace");
        prompt.Text.ShouldBeSameAs(prompt.Text);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("name: judge", "it has no template")]
    [InlineData("name: other\ntemplate: x", "its name is \"other\", but its folder is judge")]
    [InlineData("name: judge\ntemplate: x\ntemplate_format: handlebars", "its template_format is \"handlebars\"; only semantic-kernel is read")]
    [InlineData("name: judge\ntemplate: 'a {{$b}} c'", "its template uses b, missing in input_variables")]
    [InlineData("name: judge\ntemplate: 'a {{time.now}} c'", "the template has {{…}} at character 2 that is no variable ({{$name}})")]
    [InlineData("name: judge\ntemplate: x\nexecution_settings:\n  default: {max_tokens: many}", "it is no valid YAML of a prompt (line 4)")]
    public void A_file_that_is_no_usable_prompt_says_why(string yaml, string reason)
    {
        var exception = Should.Throw<FormatException>(() => Parse(yaml));

        exception.Message.ShouldBe(reason);
    }

    private static PromptVersion Parse(string yaml) => PromptFile.Parse("judge", 1, Encoding.UTF8.GetBytes(yaml));
}
