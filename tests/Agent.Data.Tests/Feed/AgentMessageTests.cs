using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Tests.Conversations;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Feed;

public sealed class AgentMessageTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_of_the_agent_comes_after_those_of_the_turns(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var conversation = await scene.AddAsync("one");

        var posted = await scene.Conversations.PostAsync(Message(scene, conversation, "It is done."), default);

        posted.ShouldBeTrue();
        (await MessagesAsync(scene, conversation)).ShouldBe(["?", "!", "It is done."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_message_is_stored_once(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var conversation = await scene.AddAsync("one");
        var message = Message(scene, conversation, "It is done.");

        var posted = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => scene.Conversations.PostAsync(message, default)));

        posted.Count(stored => stored).ShouldBe(1);
        (await MessagesAsync(scene, conversation)).ShouldBe(["?", "!", "It is done."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conversation_of_somebody_else_takes_none(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var conversation = await scene.AddAsync("one");

        var posted = await scene.Conversations.PostAsync(Message(scene, conversation, "Hello") with { Owner = "someone else" }, default);

        posted.ShouldBeFalse();
        (await MessagesAsync(scene, conversation)).ShouldBe(["?", "!"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_can_settle_what_the_next_one_is_about(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var conversation = await scene.AddAsync("one");

        await scene.Conversations.PostAsync(Message(scene, conversation, "Look") with { State = """{"a":1}""" }, default);
        await scene.Conversations.PostAsync(Message(scene, conversation, "Look again"), default);

        (await scene.Conversations.FindAsync(scene.Owner, conversation, default))!.State.ShouldBe("""{"a":1}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_standing_conversation_is_begun_once(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var standing = Guid.CreateVersion7();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(number =>
            scene.Conversations.PostAsync(Message(scene, standing, $"{number}") with { NewConversationTitle = "Alerts" }, default)));

        var conversations = await scene.Conversations.ListAsync(scene.Owner, null, null, 10, default);
        conversations.Data.Select(conversation => (conversation.Title, conversation.LastSequence)).ShouldBe([("Alerts", 5L)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_standing_conversation_begins_anew(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var standing = Guid.CreateVersion7();
        await scene.Conversations.PostAsync(Message(scene, standing, "old") with { NewConversationTitle = "Alerts" }, default);
        var old = (await scene.Conversations.ListAsync(scene.Owner, null, null, 10, default)).Data.Single();
        await scene.Conversations.DeleteAsync(scene.Owner, old.Id, default);

        await scene.Conversations.PostAsync(Message(scene, standing, "new") with { NewConversationTitle = "Alerts" }, default);

        var conversation = (await scene.Conversations.ListAsync(scene.Owner, null, null, 10, default)).Data.Single();
        (await MessagesAsync(scene, conversation.Id)).ShouldBe(["new"]);
    }

    private static AgentMessage Message(ConversationScene scene, Guid conversation, string text) =>
        new(Guid.CreateVersion7(), conversation, scene.Owner, text, null, "answer");

    private static async Task<IEnumerable<string>> MessagesAsync(ConversationScene scene, Guid conversation) =>
        (await scene.Conversations.ListMessagesAsync(scene.Owner, conversation, null, 50, default))!.Data.Select(message => message.Text);
}
