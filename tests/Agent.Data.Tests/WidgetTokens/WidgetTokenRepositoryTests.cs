using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.WidgetTokens;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.WidgetTokens;

public sealed class WidgetTokenRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly ManualTimeProvider clock = new();
    private readonly string owner = $"owner-{Guid.NewGuid():N}";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_tells_whose_it_is_and_where_it_may_be_used(DatabaseProvider provider)
    {
        var tokens = await TokensAsync(provider);

        var issued = await tokens.IssueAsync(owner, "https://intranet.example", "intranet", Lifetime, default);

        issued.ExpiresAt.ShouldBe(clock.GetUtcNow() + Lifetime);
        (await tokens.FindAsync(issued.Token, default)).ShouldBe(new WidgetTokenRow { Owner = owner, Origin = "https://intranet.example" });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_token_ends_with_its_time(DatabaseProvider provider)
    {
        var tokens = await TokensAsync(provider);
        var issued = await tokens.IssueAsync(owner, null, "intranet", Lifetime, default);

        clock.Advance(Lifetime);

        (await tokens.FindAsync(issued.Token, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Tokens_that_have_ended_are_forgotten_and_none_is_stored_in_plain(DatabaseProvider provider)
    {
        var tokens = await TokensAsync(provider);
        await tokens.IssueAsync(owner, null, "intranet", Lifetime, default);
        clock.Advance(Lifetime + TimeSpan.FromSeconds(1));

        var issued = await tokens.IssueAsync(owner, null, "intranet", Lifetime, default);

        var database = (await databases.OnAsync(provider)).GetRequiredService<IDatabase>();
        var hashes = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<string>(
                new CommandDefinition("SELECT hash FROM widget_tokens WHERE owner = @owner", new { owner }, cancellationToken: token)),
            default);
        hashes.ShouldHaveSingleItem().ShouldNotContain(issued.Token[4..]);
    }

    private async Task<WidgetTokenRepository> TokensAsync(DatabaseProvider provider) =>
        new((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), clock);
}
