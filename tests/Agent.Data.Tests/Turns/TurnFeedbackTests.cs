using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Prompts;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnFeedbackTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_word_stands_beside_the_answer(DatabaseProvider provider)
    {
        var (scene, feedback) = await SceneAsync(provider);
        var turn = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turn);

        await feedback.SaveAsync(scene.Owner, turn, Thumb.Down, "No.", default);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));
        var last = await feedback.SaveAsync(scene.Owner, turn, Thumb.Up, null, default);

        last.ShouldBe(new TurnFeedbackRow { TurnId = turn, Thumb = "up", Comment = null, UpdatedAt = scene.Clock.GetUtcNow() });
        (await scene.MessagesAsync()).Select(message => (message.Role, message.Thumb)).ShouldBe([("assistant", "up"), ("user", null)], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_elses_turn_is_rated(DatabaseProvider provider)
    {
        var (scene, feedback) = await SceneAsync(provider);
        var turn = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turn);

        (await feedback.SaveAsync("somebody else", turn, Thumb.Down, null, default)).ShouldBeNull();

        (await scene.MessagesAsync()).ShouldAllBe(message => message.Thumb == null);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Thumbs_are_counted_per_version_of_the_prompt(DatabaseProvider provider)
    {
        var (scene, feedback) = await SceneAsync(provider);
        var prompt = $"agent-{Guid.NewGuid():N}";
        foreach (var (version, thumb) in new[] { (1, Thumb.Up), (1, Thumb.Down), (2, Thumb.Down), (2, null) })
        {
            var other = new TurnScene(await databases.OnAsync(provider));
            var turn = await other.BeginFirstAsync();
            await other.Turns.CompleteAsync(other.Completion(turn) with { PromptName = prompt, PromptVersion = version, PromptHash = "hash" }, default);
            await feedback.SaveAsync(other.Owner, turn, thumb, null, default);
        }

        var usage = await new PromptUsageRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>()).ReadAsync(prompt, DateTimeOffset.UnixEpoch, default);

        usage.Select(row => (row.Version, row.Turns, row.ThumbsUp, row.ThumbsDown)).ShouldBe([(1, 2, 1, 1), (2, 2, 0, 1)]);
    }

    private async Task<(TurnScene Scene, TurnFeedbackRepository Feedback)> SceneAsync(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new TurnScene(node);
        return (scene, new(node.GetRequiredService<IDatabase>(), scene.Clock));
    }
}
