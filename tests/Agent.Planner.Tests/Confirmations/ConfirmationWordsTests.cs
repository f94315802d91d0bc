using PromptLab.Planner.Confirmations;

namespace PromptLab.Planner.Tests.Confirmations;

public sealed class ConfirmationWordsTests
{
    [Theory]
    [InlineData("Yes")]
    [InlineData("yes please!")]
    [InlineData("yesss")]
    [InlineData("OK, go ahead")]
    [InlineData("do it")]
    [InlineData("sure, that's fine")]
    [InlineData("approve it")]
    [InlineData("ja, ga je gang")]
    [InlineData("Ja bitte, mach das")]
    [InlineData("sí, adelante")]
    [InlineData("oui, vas-y")]
    [InlineData("d'accord")]
    public void A_plain_yes_is_read(string text)
    {
        var answer = ConfirmationWords.Read(text);

        answer.ShouldBe(Confirmation.Yes);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("nope, leave it")]
    [InlineData("no thanks")]
    [InlineData("cancel that")]
    [InlineData("never mind")]
    [InlineData("ok, cancel it")]
    [InlineData("please don't")]
    [InlineData("nee, laat maar")]
    [InlineData("nein, lass es lieber")]
    [InlineData("no, mejor no")]
    [InlineData("non merci")]
    [InlineData("laisse tomber")]
    public void A_plain_no_is_read(string text)
    {
        var answer = ConfirmationWords.Read(text);

        answer.ShouldBe(Confirmation.No);
    }

    [Theory]
    [InlineData("yes but with Summer LP v1")]
    [InlineData("yes, and delete the others")]
    [InlineData("ja, maar voor partner 23456")]
    [InlineData("actually use partner 23456")]
    [InlineData("what was that again?")]
    [InlineData("yes or no?")]
    [InlineData("maybe later")]
    [InlineData("please")]
    [InlineData("")]
    public void Anything_more_is_neither(string text)
    {
        var answer = ConfirmationWords.Read(text);

        answer.ShouldBe(Confirmation.Neither);
    }
}
