using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TokenUsageTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Tokens_of_the_owner_are_summed_from_an_instant_on(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new TurnScene(node);
        var other = new TurnScene(node);
        await UseAsync(scene, await scene.BeginFirstAsync(), 1_000);
        await UseAsync(other, await other.BeginFirstAsync(), 7);
        scene.Clock.Advance(TimeSpan.FromHours(1));
        var since = scene.Clock.GetUtcNow();
        await UseAsync(scene, (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>().Conversation.RunningTurnId!.Value, 20);
        await scene.BeginNextAsync();

        var used = await new TokenUsageRepository(node.GetRequiredService<IDatabase>()).SumAsync(scene.Owner, since, default);

        used.ShouldBe(23);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_asked_nothing_has_used_nothing(DatabaseProvider provider)
    {
        var usage = new TokenUsageRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>());

        var used = await usage.SumAsync("nobody", DateTimeOffset.UnixEpoch, default);

        used.ShouldBe(0);
    }

    private static Task<bool> UseAsync(TurnScene scene, Guid turnId, long input) =>
        scene.Turns.CompleteAsync(scene.Completion(turnId) with { InputTokens = input, OutputTokens = 3 }, default);
}
