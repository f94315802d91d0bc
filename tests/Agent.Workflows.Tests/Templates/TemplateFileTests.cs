using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Tests.Templates;

public sealed class TemplateFileTests
{
    private static readonly Template Template = new(Guid.Empty, "Offer Pitch", "Sells an offer.", ["mail", "short"], new Dictionary<string, TemplateLabel>(), 1, 1)
    {
        Owner = "ann",
        Sharing = "private",
        CreatedAt = default,
        CreatedBy = "ann",
        UpdatedAt = default,
        UpdatedBy = "ann",
    };

    private static readonly TemplateBody Body = new(
        "You are <brief> & speak {{language}}.",
        "Write about {{ offer }}.\nAs JSON: {\"a\": {{{{literal}}}} }\n",
        [
            new("language", "choice", "Of the reader", "Dutch", IsRequired: false, ["Dutch", "French"]), new("offer", "text", "", null, IsRequired: true, []),
            new("words", "integer", "", "50", IsRequired: true, []), new("day", "date", "", null, IsRequired: true, []),
        ],
        new(0.5f, 200, 0.9f, ["END"]));

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = TemplateFile.Read(TemplateFile.Write(Template, Body));

        (read.Name, read.Description).ShouldBe((Template.Name, Template.Description));
        read.Tags.ShouldBe(Template.Tags);
        var values = new Dictionary<string, string> { ["offer"] = "X", ["language"] = "French", ["day"] = "2025-01-15" };
        var (again, _) = TemplateRendering.Render(read.Body, values);
        var (before, _) = TemplateRendering.Render(Body, values);
        (again!.SystemPrompt, again.Content.TrimEnd()).ShouldBe((before!.SystemPrompt, before.Content.TrimEnd()));
        (read.Body with { SystemPrompt = null, Content = "" }).Hash().ShouldBe((Body with { SystemPrompt = null, Content = "" }).Hash());
    }

    [Fact]
    public void The_file_is_in_the_schema_of_the_prompts()
    {
        var yaml = TemplateFile.Write(Template, Body with { SystemPrompt = null });

        yaml.ShouldContain("template_format: semantic-kernel");
        yaml.ShouldContain("{{$offer}}");
        yaml.ShouldContain("""{{ "{{" }}literal""");
        yaml.ShouldContain("is_required: false");
        yaml.ShouldContain("max_tokens: 200");
    }

    [Fact]
    public void A_prompt_file_of_the_agent_can_be_imported()
    {
        var draft = TemplateFile.Read("name: hello\ndescription: Greets.\ntemplate: Hello {{ $name }}!\ninput_variables:\n  - name: name\n    default: you\n");

        draft.Body.Content.ShouldBe("Hello {{name}}!");
        draft.Body.Inputs.ShouldHaveSingleItem().Default.ShouldBe("you");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name: [", "no valid YAML")]
    [InlineData("name: x", "no template")]
    [InlineData("name: x\ntemplate: hi\ntemplate_format: liquid", "only semantic-kernel is read")]
    [InlineData("name: x\ntemplate: hi {{plugin.function}}", "no variable")]
    [InlineData("name: x\ntemplate: hi\ninput_variables:\n  - name: a\n    json_schema: nonsense", "json_schema")]
    [InlineData("# tags: nonsense\nname: x\ntemplate: hi", "first line")]
    public void What_cannot_be_used_says_why(string yaml, string words)
    {
        Should.Throw<FormatException>(() => TemplateFile.Read(yaml)).Message.ShouldContain(words);
    }
}
