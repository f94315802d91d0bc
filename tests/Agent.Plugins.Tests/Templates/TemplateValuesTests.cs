using PromptLab.Plugins.Templates;
using PromptLab.Workflows.Templates;

namespace PromptLab.Plugins.Tests.Templates;

public sealed class TemplateValuesTests
{
    private static readonly TemplateBody Body = new(null, "{{partner_name}} in {{language}}", [new("language", "choice", "", "Dutch", true, ["Dutch", "French"])], ModelParameters.None);

    [Fact]
    public void A_name_is_taken_whatever_its_case()
    {
        TemplateValues.Fit(Body, new Dictionary<string, string> { ["Partner Name"] = "GMN" }).Keys.ShouldBe(["partner_name"]);
    }

    [Fact]
    public void A_single_value_is_meant_for_the_single_variable_that_lacks_one()
    {
        TemplateValues.Fit(Body, new Dictionary<string, string> { ["text"] = "GMN", ["language"] = "French" })
            .ShouldBe(new Dictionary<string, string> { ["partner_name"] = "GMN", ["language"] = "French" }, ignoreOrder: true);
    }

    [Fact]
    public void What_is_missing_or_wrong_is_asked_for()
    {
        TemplateValues.Question(Body, new Dictionary<string, string>())!.Text.ShouldStartWith("What should partner_name be?");
        TemplateValues.Question(Body, new Dictionary<string, string> { ["partner_name"] = "GMN", ["language"] = "Klingon" })!.Text.ShouldBe("language must be one of Dutch, French.");
        TemplateValues.Question(Body, new Dictionary<string, string> { ["partner_name"] = "GMN" }).ShouldBeNull();
    }
}
