using System.Text;
using PromptLab.Workflows.Exports;

namespace PromptLab.Workflows.Tests.Exports;

public sealed class FormulaSafetyTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 20", "'+31 20")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData("Étoile", "Étoile")]
    public void Text_that_begins_like_a_formula_gets_an_apostrophe(string text, string safe)
    {
        FormulaSafety.Of(text).ShouldBe(safe);

        FormulaSafety.IsFormula(Encoding.UTF8.GetBytes(text)).ShouldBe(text != safe);
    }
}
