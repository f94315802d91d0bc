using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.ApiKeys;

public sealed class ApiKeyRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private readonly ManualTimeProvider clock = new();
    private readonly string owner = $"owner-{Guid.NewGuid():N}";

    private async Task<ApiKeyRepository> KeysAsync(DatabaseProvider provider) =>
        new((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), clock);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_tells_whose_it_is(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);

        var issued = await keys.CreateAsync(owner, "laptop", default);

        issued.Key.ShouldStartWith("plk_");
        (await keys.FindOwnerAsync(issued.Key, default)).ShouldBe(owner);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_key_is_nobodys(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);

        var found = await keys.FindOwnerAsync("plk_unknown", default);

        found.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_key_is_nobodys(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);
        var issued = await keys.CreateAsync(owner, "laptop", default);

        var revoked = await keys.RevokeAsync(owner, issued.Id, default);

        revoked.ShouldBeTrue();
        (await keys.FindOwnerAsync(issued.Key, default)).ShouldBeNull();
        (await keys.RevokeAsync(owner, issued.Id, default)).ShouldBeFalse();
        (await keys.ListAsync(owner, default)).ShouldHaveSingleItem().RevokedAt.ShouldBe(clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_owner_cannot_revoke_it(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);
        var issued = await keys.CreateAsync(owner, "laptop", default);

        var revoked = await keys.RevokeAsync("someone else", issued.Id, default);

        revoked.ShouldBeFalse();
        (await keys.FindOwnerAsync(issued.Key, default)).ShouldBe(owner);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_tells_keys_apart_without_showing_them(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);
        var first = await keys.CreateAsync(owner, "laptop", default);
        clock.Advance(TimeSpan.FromMinutes(1));

        var second = await keys.CreateAsync(owner, "server", default);

        var listed = await keys.ListAsync(owner, default);
        listed.Select(key => (key.Id, key.Owner, key.Name, key.Prefix)).ShouldBe(
        [
            (second.Id, owner, "server", second.Key[..12]),
            (first.Id, owner, "laptop", first.Key[..12]),
        ]);
        listed[0].CreatedAt.ShouldBe(clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_never_holds_the_plain_key(DatabaseProvider provider)
    {
        var keys = await KeysAsync(provider);
        var issued = await keys.CreateAsync(owner, "laptop", default);

        var row = await (await databases.OnAsync(provider)).GetRequiredService<IDatabase>().ReadAsync(
            (connection, token) => connection.QuerySingleAsync(new CommandDefinition(
                "SELECT * FROM api_keys WHERE owner = @owner", new { owner }, cancellationToken: token)),
            default);

        foreach (var column in (IDictionary<string, object>)row)
            column.Value?.ToString()!.ShouldNotContain(issued.Key[12..]);
    }
}
