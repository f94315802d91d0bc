using PromptLab.Workflows.TemplateFolder;

namespace PromptLab.Workflows.Tests.TemplateFolder;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Offer Pitch", "offer-pitch.yaml")]
    [InlineData("Été: ça va?", "ete-ca-va.yaml")]
    [InlineData("../../etc/passwd", "etc-passwd.yaml")]
    [InlineData("..", "template.yaml")]
    [InlineData("日本語", "template.yaml")]
    [InlineData("CON", "con-template.yaml")]
    [InlineData("a\\b|c", "a-b-c.yaml")]
    public void Any_name_makes_a_file_name_that_every_system_takes(string template, string file) => FileName.For(template, new HashSet<string>()).ShouldBe(file);

    [Fact]
    public void Names_that_are_the_same_for_some_file_systems_are_told_apart()
    {
        var taken = new HashSet<string> { "recap.yaml" };

        FileName.For("RECAP", taken).ShouldBe("recap-2.yaml");
        FileName.For("recap!", taken).ShouldBe("recap-3.yaml");
    }

    [Fact]
    public void A_long_name_is_cut() => FileName.For(new string('x', 120), new HashSet<string>()).Length.ShouldBe(65);
}
