using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Slack;
using PromptLab.Data.Tests.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Slack;

public sealed class SlackPostRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_that_fails_keeps_its_turn_when_that_was_begun(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (scene, posts) = (new TurnScene(node), node.GetRequiredService<SlackPostRepository>());
        var begun = await PostAsync(posts, scene.Owner);
        await scene.Turns.BeginAsync(scene.NewTurn(create: true) with { TurnId = begun.TurnId!.Value }, 10, default);

        await posts.FailAsync(begun.Owner, begun.Channel, begun.Ts, "The day's tokens are used up.", default);

        var failed = await posts.FindAsync(begun.Owner, begun.Channel, begun.Ts, default);
        (failed!.TurnId, failed.Problem).ShouldBe((begun.TurnId, "The day's tokens are used up."));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_that_fails_before_a_turn_was_begun_for_it_has_none(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (scene, posts) = (new TurnScene(node), node.GetRequiredService<SlackPostRepository>());
        var refused = await PostAsync(posts, scene.Owner);

        await posts.FailAsync(refused.Owner, refused.Channel, refused.Ts, "The day's tokens are used up.", default);

        var failed = await posts.FindAsync(refused.Owner, refused.Channel, refused.Ts, default);
        (failed!.TurnId, failed.Problem).ShouldBe((null, "The day's tokens are used up."));
    }

    private static Task<SlackPostRow> PostAsync(SlackPostRepository posts, string owner) =>
        posts.AddAsync(owner, "C1", null, "top offers", row => new($"post/{owner}/{row.Ts}", $"api/C1/{row.Ts}", row.Ts, "post", "{}"), default);
}
