using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnCompleteTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_figure_of_the_turn_is_stored(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        var begun = await scene.TurnAsync(turnId);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));

        await scene.Turns.CompleteAsync(
            scene.Completion(turnId) with
            {
                Status = TurnStatus.Failed,
                Provider = "openai",
                Model = "small",
                PromptName = "agent",
                PromptVersion = 3,
                PromptHash = "abc",
                InputTokens = 1_400,
                OutputTokens = 35,
                Cost = 0.000231m,
                DurationMs = 2_000,
                Outcome = "answer",
                ErrorCode = "upstream",
                ReferenceId = "ref-1",
                ToolCalls = """[{"tool":"top_offers"}]""",
            },
            default);

        (await scene.TurnAsync(turnId)).ShouldBe(begun with
        {
            Status = TurnStatus.Failed,
            FinishedAt = scene.Clock.GetUtcNow(),
            Provider = "openai",
            Model = "small",
            PromptName = "agent",
            PromptVersion = 3,
            PromptHash = "abc",
            InputTokens = 1_400,
            OutputTokens = 35,
            Cost = 0.000231m,
            DurationMs = 2_000,
            Outcome = "answer",
            ErrorCode = "upstream",
            ReferenceId = "ref-1",
            ToolCalls = """[{"tool":"top_offers"}]""",
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_reply_follows_the_users_message(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        var reply = new AssistantMessage(Guid.CreateVersion7(), "Offer 1001 leads.", """[{"kind":"table"}]""", "answer");

        await scene.Turns.CompleteAsync(scene.Completion(turnId) with { Message = reply }, default);

        (await scene.MessagesAsync())[1].ShouldBe(new MessageRow
        {
            Id = reply.Id,
            ConversationId = scene.ConversationId,
            TurnId = turnId,
            Sequence = 2,
            Role = MessageRole.Assistant,
            Text = "Offer 1001 leads.",
            Cards = """[{"kind":"table"}]""",
            Outcome = "answer",
            CreatedAt = scene.Clock.GetUtcNow(),
        });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_conversation_is_free_again_and_moves_up(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        scene.Clock.Advance(TimeSpan.FromSeconds(2));

        await scene.CompleteAsync(turnId);

        var conversation = await scene.ConversationAsync();
        conversation.RunningTurnId.ShouldBeNull();
        conversation.UpdatedAt.ShouldBe(scene.Clock.GetUtcNow());
        conversation.LastSequence.ShouldBe(2);
        (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_state_given_replaces_the_one_before(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        await scene.Turns.CompleteAsync(scene.Completion(turnId) with { State = """{"last":1}""" }, default);

        (await scene.ConversationAsync()).State.ShouldBe("""{"last":1}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_new_state_the_one_before_stays(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.Turns.CompleteAsync(
            scene.Completion(await scene.BeginFirstAsync()) with { State = """{"last":1}""" }, default);
        var next = (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>();

        await scene.Turns.CompleteAsync(scene.Completion(next.Conversation.RunningTurnId!.Value), default);

        next.Conversation.State.ShouldBe("""{"last":1}""");
        (await scene.ConversationAsync()).State.ShouldBe("""{"last":1}""");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_without_a_reply_leaves_only_the_users_message(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        await scene.Turns.CompleteAsync(scene.Completion(turnId) with { Status = TurnStatus.Cancelled }, default);

        (await scene.MessagesAsync()).ShouldHaveSingleItem().Role.ShouldBe(MessageRole.User);
        (await scene.ConversationAsync()).LastSequence.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_lost_its_conversation_stores_nothing(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var late = await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));
        var holder = (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>().Conversation;

        var stored = await scene.Turns.CompleteAsync(
            scene.Completion(late) with
            {
                Events = [new(1, "{}")],
                Message = new(Guid.CreateVersion7(), "late", null, null),
                State = "{}",
            },
            default);

        stored.ShouldBeFalse();
        (await scene.ConversationAsync()).ShouldBe(holder);
        (await scene.TurnAsync(late)).Status.ShouldBe(TurnStatus.Interrupted);
        (await scene.MessagesAsync()).ShouldAllBe(message => message.Role == MessageRole.User);
        (await scene.Turns.ReadEventsAsync(late, 0, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_expired_lease_that_nobody_took_still_completes(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));

        var stored = await scene.CompleteAsync(turnId);

        stored.ShouldBeTrue();
        (await scene.TurnAsync(turnId)).Status.ShouldBe(TurnStatus.Completed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_completes_once(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turnId);

        var again = await scene.CompleteAsync(turnId, "again");

        again.ShouldBeFalse();
        (await scene.MessagesAsync()).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_completion_that_fails_leaves_the_turn_running(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        var taken = (await scene.MessagesAsync())[0].Id;

        var attempt = () => scene.Turns.CompleteAsync(
            scene.Completion(turnId) with { Events = [new(1, "{}")], Message = new(taken, "reply", null, null) }, default);

        await attempt.ShouldThrowAsync<System.Data.Common.DbException>();
        (await scene.ConversationAsync()).RunningTurnId.ShouldBe(turnId);
        (await scene.Turns.ReadEventsAsync(turnId, 0, default)).ShouldBeEmpty();
    }
}
