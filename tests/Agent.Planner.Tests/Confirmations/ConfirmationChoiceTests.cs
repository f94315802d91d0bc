using PromptLab.Planner.PendingActions;

namespace PromptLab.Planner.Tests.Confirmations;

public sealed class ConfirmationChoiceTests
{
    [Theory]
    [InlineData("confirm 3fa91c2e", true, "3fa91c2e")]
    [InlineData(" Cancel 3FA91C2E. ", false, "3fa91c2e")]
    [InlineData("cancel all", false, "all")]
    public void The_words_of_a_button_are_read(string message, bool isConfirmed, string reference) =>
        ConfirmationChoice.Read(message).ShouldBe(new ConfirmationChoice(isConfirmed, reference));

    [Theory]
    [InlineData("confirm all")]
    [InlineData("confirm")]
    [InlineData("confirm 12345")]
    [InlineData("please confirm 3fa91c2e")]
    [InlineData("confirm 3fa91c2e and delete the offer")]
    public void Anything_else_is_no_decision(string message) => ConfirmationChoice.Read(message).ShouldBeNull();
}
