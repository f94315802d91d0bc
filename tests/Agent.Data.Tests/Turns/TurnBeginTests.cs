using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnBeginTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_turn_creates_its_conversation(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turn = scene.NewTurn(create: true);

        var start = await scene.Turns.BeginAsync(turn, 10, default);

        var begun = start.ShouldBeOfType<TurnStart.Begun>();
        begun.Recent.ShouldBeEmpty();
        begun.Conversation.ShouldBe(new ConversationRow
        {
            Id = scene.ConversationId,
            Owner = scene.Owner,
            Title = "Top offers",
            RunningTurnId = turn.TurnId,
            LastSequence = 1,
            CreatedAt = scene.Clock.GetUtcNow(),
            UpdatedAt = scene.Clock.GetUtcNow(),
        });
        (await scene.ConversationAsync()).ShouldBe(begun.Conversation);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_turn_is_stored_as_running(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));

        var turnId = await scene.BeginFirstAsync("Who leads?");

        (await scene.TurnAsync(turnId)).ShouldBe(new TurnRow
        {
            Id = turnId,
            ConversationId = scene.ConversationId,
            Owner = scene.Owner,
            Status = TurnStatus.Running,
            Door = "web",
            Message = "Who leads?",
            Node = "node-a",
            StartedAt = scene.Clock.GetUtcNow(),
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_users_message_is_stored_before_the_answer(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));

        var turnId = await scene.BeginFirstAsync("Who leads in Île-de-France? 🏆");

        var message = (await scene.MessagesAsync()).ShouldHaveSingleItem();
        message.ShouldBe(new MessageRow
        {
            Id = message.Id,
            ConversationId = scene.ConversationId,
            TurnId = turnId,
            Sequence = 1,
            Role = MessageRole.User,
            Text = "Who leads in Île-de-France? 🏆",
            CreatedAt = scene.Clock.GetUtcNow(),
        });
        message.Id.Version.ShouldBe(7);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_turn_gets_the_messages_before_it_oldest_first(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.CompleteAsync(await scene.BeginFirstAsync("one"), "two");

        var start = await scene.BeginNextAsync("three");

        var begun = start.ShouldBeOfType<TurnStart.Begun>();
        begun.Recent.Select(message => message.Text).ShouldBe(["one", "two"]);
        begun.Conversation.LastSequence.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task No_more_messages_come_back_than_were_asked_for(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.CompleteAsync(await scene.BeginFirstAsync("one"), "two");

        var start = await scene.Turns.BeginAsync(scene.NewTurn(), 1, default);

        start.ShouldBeOfType<TurnStart.Begun>().Recent.ShouldHaveSingleItem().Text.ShouldBe("two");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conversation_that_is_being_answered_is_busy(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var running = await scene.BeginFirstAsync();

        var start = await scene.BeginNextAsync();

        start.ShouldBe(new TurnStart.Busy(running));
        (await scene.MessagesAsync()).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conversation_that_does_not_exist_is_not_found(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));

        var start = await scene.BeginNextAsync();

        start.ShouldBe(new TurnStart.ConversationNotFound());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_conversation_of_another_owner_is_not_found(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.CompleteAsync(await scene.BeginFirstAsync());

        var start = await scene.Turns.BeginAsync(scene.NewTurn() with { Owner = "someone else" }, 10, default);

        start.ShouldBe(new TurnStart.ConversationNotFound());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_conversation_is_not_found(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.CompleteAsync(await scene.BeginFirstAsync());
        await scene.Conversations.DeleteAsync(scene.Owner, scene.ConversationId, default);

        var start = await scene.BeginNextAsync();

        start.ShouldBe(new TurnStart.ConversationNotFound());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_fifty_turns_at_once_one_gets_the_conversation(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.CompleteAsync(await scene.BeginFirstAsync());

        var starts = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => scene.BeginNextAsync())));

        var begun = starts.OfType<TurnStart.Begun>().ShouldHaveSingleItem();
        starts.OfType<TurnStart.Busy>().Select(busy => busy.RunningTurnId).ShouldBe(
            Enumerable.Repeat(begun.Conversation.RunningTurnId!.Value, 49));
        (await scene.MessagesAsync()).Count.ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_expired_claim_is_taken_over_and_its_turn_interrupted(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var abandoned = await scene.BeginFirstAsync();
        await scene.Turns.AppendEventsAsync(abandoned, [new(7, "{}")], default);
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));

        var start = await scene.Turns.BeginAsync(scene.NewTurn() with { InterruptionEvent = turn => $"\"{turn.Status}\"" }, 10, default);

        start.ShouldBeOfType<TurnStart.Begun>();
        var interrupted = await scene.TurnAsync(abandoned);
        interrupted.Status.ShouldBe(TurnStatus.Interrupted);
        interrupted.FinishedAt.ShouldBe(scene.Clock.GetUtcNow());
        (await scene.Turns.ReadEventsAsync(abandoned, 7, default)).ShouldBe([new(10_007, "\"interrupted\"")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_expired_claim_is_taken_over_by_one_of_many(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));

        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scene.BeginNextAsync())));

        starts.OfType<TurnStart.Begun>().ShouldHaveSingleItem();
        starts.OfType<TurnStart.Busy>().Count().ShouldBe(19);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_idempotency_key_returns_the_earlier_turn(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var first = scene.NewTurn(create: true) with { IdempotencyKey = "key-1" };
        await scene.Turns.BeginAsync(first, 10, default);

        var start = await scene.Turns.BeginAsync(first with { TurnId = Guid.CreateVersion7(), ConversationId = Guid.CreateVersion7() }, 10, default);

        var repeated = start.ShouldBeOfType<TurnStart.Repeated>().Turn;
        repeated.Id.ShouldBe(first.TurnId);
        repeated.IdempotencyKey.ShouldBe("key-1");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Requests_with_one_idempotency_key_at_once_make_one_turn(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));

        var starts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => scene.Turns.BeginAsync(
            scene.NewTurn(create: true) with { ConversationId = Guid.CreateVersion7(), IdempotencyKey = "key-1" }, 10, default))));

        var begun = starts.OfType<TurnStart.Begun>().ShouldHaveSingleItem();
        starts.OfType<TurnStart.Repeated>().Select(repeated => repeated.Turn.Id).Distinct()
            .ShouldBe([begun.Conversation.RunningTurnId!.Value]);
        (await scene.Conversations.ListAsync(scene.Owner, null, null, 50, default)).Data.ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_owners_may_use_the_same_idempotency_key(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var one = new TurnScene(node);
        var other = new TurnScene(node);
        await one.Turns.BeginAsync(one.NewTurn(create: true) with { IdempotencyKey = "key-1" }, 10, default);

        var start = await other.Turns.BeginAsync(other.NewTurn(create: true) with { IdempotencyKey = "key-1" }, 10, default);

        start.ShouldBeOfType<TurnStart.Begun>();
    }
}
