using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnReplacementTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_replaces_the_last_one_finds_the_conversation_as_that_one_did(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var first = await scene.BeginFirstAsync();
        await scene.Turns.CompleteAsync(Answer(scene, first, "Offer 1001 leads.") with { State = """{"step":1}""" }, default);
        var second = await BeginAsync(scene, scene.NewTurn("And in Germany?"));
        await scene.Turns.CompleteAsync(Answer(scene, second, "Offer 1002 leads.") with { State = """{"step":2}""" }, default);

        var start = await scene.Turns.BeginAsync(scene.NewTurn("And in Germany?") with { Replaces = second }, 10, default);

        var begun = start.ShouldBeOfType<TurnStart.Begun>();
        begun.Conversation.State.ShouldBe("""{"step":1}""");
        begun.Recent.Select(message => message.Text).ShouldBe(["Top offers?", "Offer 1001 leads."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_new_answer_is_left_in_the_conversation(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var first = await AnsweredAsync(scene);

        var again = await BeginAsync(scene, scene.NewTurn("Top offers?") with { Replaces = first });
        await scene.CompleteAsync(again, "Offer 1003 leads.");

        (await scene.MessagesAsync()).Select(message => message.Text).ShouldBe(["Top offers?", "Offer 1003 leads."]);
        (await scene.Conversations.ListAsync(scene.Owner, "1001", null, 10, default)).Data.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_can_be_replaced_again(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var second = await BeginAsync(scene, scene.NewTurn("Top offers?") with { Replaces = await AnsweredAsync(scene) });
        await scene.CompleteAsync(second, "Offer 1002 leads.");

        var third = await BeginAsync(scene, scene.NewTurn("Top offers?") with { Replaces = second });
        await scene.CompleteAsync(third, "Offer 1003 leads.");

        (await scene.MessagesAsync()).Select(message => message.Text).ShouldBe(["Top offers?", "Offer 1003 leads."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_earlier_answer_comes_back_when_the_new_turn_gives_none(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var again = await BeginAsync(scene, scene.NewTurn("Top offers?") with { Replaces = await AnsweredAsync(scene) });

        await scene.Turns.CompleteAsync(Answer(scene, again, "Offer 10") with { Status = TurnStatus.Cancelled }, default);

        (await scene.MessagesAsync()).Select(message => message.Text).ShouldBe(["Top offers?", "Offer 1001 leads."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_earlier_answer_comes_back_when_the_new_turns_process_dies(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await BeginAsync(scene, scene.NewTurn("Top offers?") with { Replaces = await AnsweredAsync(scene), Node = $"node-{scene.Owner}" });

        await scene.Turns.InterruptAbandonedAsync($"node-{scene.Owner}", _ => "{}", default);

        (await scene.MessagesAsync()).Select(message => message.Text).ShouldBe(["Top offers?", "Offer 1001 leads."]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_is_not_the_last_one_is_not_replaced(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var first = await AnsweredAsync(scene);
        await scene.CompleteAsync(await BeginAsync(scene, scene.NewTurn("And in Germany?")), "Offer 1002 leads.");

        var start = await scene.Turns.BeginAsync(scene.NewTurn("Top offers?") with { Replaces = first }, 10, default);

        start.ShouldBeOfType<TurnStart.NotLast>();
        (await scene.ConversationAsync()).RunningTurnId.ShouldBeNull();
        (await scene.MessagesAsync()).Count.ShouldBe(4);
    }

    private static TurnCompletion Answer(TurnScene scene, Guid turn, string text) =>
        scene.Completion(turn) with { Message = new(Guid.CreateVersion7(), text, null, "answer") };

    private static async Task<Guid> AnsweredAsync(TurnScene scene)
    {
        var turn = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turn, "Offer 1001 leads.");
        return turn;
    }

    private static async Task<Guid> BeginAsync(TurnScene scene, NewTurn turn)
    {
        (await scene.Turns.BeginAsync(turn, 10, default)).ShouldBeOfType<TurnStart.Begun>();
        return turn.TurnId;
    }
}
