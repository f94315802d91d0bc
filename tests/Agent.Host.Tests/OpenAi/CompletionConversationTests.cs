using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.OpenAi;

/// <summary>Which conversation a request belongs to, when all it has are the messages.</summary>
public sealed class CompletionConversationTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [Fact]
    public async Task The_same_first_question_twice_is_two_conversations()
    {
        var first = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();
        var second = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();

        second.Conversation.ShouldNotBe(first.Conversation);
    }

    [Fact]
    public async Task A_client_that_trims_and_changes_its_system_message_is_followed()
    {
        var first = await (await host.Client.CompleteAsync([("system", "It is noon."), ("user", Question)])).ReadAnswerAsync();

        var second = await (await host.Client.CompleteAsync(
            [("system", "It is one o'clock."), ("user", Question + "\n"), ("assistant", first.Text.Trim()), ("user", "what about France?")])).ReadAnswerAsync();

        second.Conversation.ShouldBe(first.Conversation);
        second.Text.ShouldContain("· France ·");
    }

    [Fact]
    public async Task A_client_that_leaves_out_what_is_long_ago_is_followed()
    {
        const string italy = "Which landing page is best for Summer Promo in Italy last month?";
        var first = await (await host.Client.CompleteAsync("top offers by revenue this month")).ReadAnswerAsync();
        (string, string)[] said = [("user", "top offers by revenue this month"), ("assistant", first.Text), ("user", italy)];
        var second = await (await host.Client.CompleteAsync(said)).ReadAnswerAsync();

        var third = await (await host.Client.CompleteAsync([("user", italy), ("assistant", second.Text), ("user", "what about France?")])).ReadAnswerAsync();

        third.Conversation.ShouldBe(first.Conversation);
        third.Text.ShouldContain("· France ·");
    }

    [Fact]
    public async Task Of_two_conversations_alike_the_newer_one_goes_on()
    {
        const string question = "Which landing page is best for Summer Promo in Poland last month?";
        var first = await (await host.Client.CompleteAsync(question)).ReadAnswerAsync();
        (string, string)[] said = [("user", question), ("assistant", first.Text), ("user", "what about France?")];
        await (await host.Client.CompleteAsync(said)).ReadAnswerAsync();
        var second = await (await host.Client.CompleteAsync(question)).ReadAnswerAsync();

        var followUp = await (await host.Client.CompleteAsync(said)).ReadAnswerAsync();

        followUp.Conversation.ShouldBe(second.Conversation);
    }

    [Fact]
    public async Task Asking_again_gives_the_last_answer_anew_in_its_place()
    {
        var first = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();
        (string, string)[] said = [("user", Question), ("assistant", first.Text), ("user", "what about France?")];
        var second = await (await host.Client.CompleteAsync(said)).ReadAnswerAsync();

        var again = await (await host.Client.CompleteAsync(said)).ReadAnswerAsync();

        again.Turn.ShouldNotBe(second.Turn);
        (await host.Client.StoredAsync(first.Conversation)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_changed_question_takes_the_place_of_the_one_before()
    {
        var first = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();
        (string, string)[] said = [("user", Question), ("assistant", first.Text)];
        await (await host.Client.CompleteAsync([.. said, ("user", "what about France?")])).ReadAnswerAsync();

        var changed = await (await host.Client.CompleteAsync([.. said, ("user", "same for the week before")])).ReadAnswerAsync();

        changed.Conversation.ShouldBe(first.Conversation);
        changed.Text.ShouldContain("· Germany ·");
        (await host.Client.StoredAsync(first.Conversation)).Select(message => message.Text).ShouldNotContain("what about France?");
    }

    [Fact]
    public async Task A_history_that_nobody_knows_begins_a_conversation()
    {
        var answer = await (await host.Client.CompleteAsync(
            [("user", "hello from elsewhere"), ("assistant", "Hello, I am another model."), ("user", Question)])).ReadAnswerAsync();

        (await host.Client.StoredAsync(answer.Conversation)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_messages_of_somebody_else_are_another_conversation()
    {
        using var other = await host.SignInAsync("another-openai-owner");
        var first = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();

        var theirs = await (await other.CompleteAsync([("user", Question), ("assistant", first.Text), ("user", "what about France?")])).ReadAnswerAsync();

        theirs.Conversation.ShouldNotBe(first.Conversation);
    }

    [Fact]
    public async Task An_id_of_the_clients_own_keeps_its_conversation_without_any_history()
    {
        var thread = $"thread-{Guid.NewGuid():N}";
        var first = await (await host.Client.CompleteAsync(Question, null, ("X-Conversation-Id", thread))).ReadAnswerAsync();

        var second = await (await host.Client.CompleteAsync("what about France?", new { metadata = new { conversation_id = thread } })).ReadAnswerAsync();

        second.Conversation.ShouldBe(first.Conversation);
        second.Text.ShouldContain("· France ·");
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_reached_by_its_id()
    {
        using var other = await host.SignInAsync("curious-openai-owner");
        var first = await (await host.Client.CompleteAsync(Question)).ReadAnswerAsync();

        var theirs = await (await other.CompleteAsync("what about France?", null, ("X-Conversation-Id", first.Conversation.ToString()))).ReadAnswerAsync();

        theirs.Conversation.ShouldNotBe(first.Conversation);
        (await host.Client.StoredAsync(first.Conversation)).Count.ShouldBe(2);
    }
}
