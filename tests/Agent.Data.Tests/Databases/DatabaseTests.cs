using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Databases;

public sealed class DatabaseTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Insert =
        "INSERT INTO api_keys (id, owner, name, prefix, hash, created_at) VALUES (@Id, @Owner, '', '', @Hash, @CreatedAt)";

    private readonly string owner = $"owner-{Guid.NewGuid():N}";

    private async Task<IDatabase> OpenAsync(DatabaseProvider provider) =>
        (await databases.OnAsync(provider)).GetRequiredService<IDatabase>();

    private Task<int> AddAsync(DbConnection connection, string hash, CancellationToken cancellationToken) => connection.ExecuteAsync(
        new CommandDefinition(
            Insert,
            new { Id = Guid.CreateVersion7(), Owner = owner, Hash = owner + hash, CreatedAt = DateTimeOffset.UnixEpoch },
            cancellationToken: cancellationToken));

    private Task<IEnumerable<string>> StoredAsync(IDatabase database) => database.ReadAsync(
        async (connection, token) =>
            (await connection.QueryAsync<string>(
                new CommandDefinition("SELECT hash FROM api_keys WHERE owner = @owner ORDER BY hash", new { owner }, cancellationToken: token)))
            .Select(hash => hash[owner.Length..]),
        default);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_written_can_be_read_at_once(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        await database.WriteAsync((connection, token) => AddAsync(connection, "a", token), default);

        (await StoredAsync(database)).ShouldBe(["a"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_is_stored_but_for_what_no_database_takes(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);
        string[] hashes = ["1 a\0b\0", "2 a\ud83d", "3 \udd80z\0\ud83d\ud83e\udd80", "4 déjà 🦀 vu", "5 "];

        foreach (var hash in hashes)
            await database.WriteAsync((connection, token) => AddAsync(connection, hash, token), default);

        (await StoredAsync(database)).ShouldBe(["1 ab", "2 a\ufffd", "3 \ufffdz\ufffd🦀", "4 déjà 🦀 vu", "5 "]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_that_is_missing_stays_so(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        var read = await database.ReadAsync(
            (connection, token) => connection.QuerySingleAsync<string?>(new CommandDefinition("SELECT @Text AS text", new { Text = (string?)null }, cancellationToken: token)),
            default);

        read.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_that_fails_stores_nothing(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        var unit = () => database.WriteAsync<int>(
            async (connection, token) =>
            {
                await AddAsync(connection, "a", token);
                throw new TimeZoneNotFoundException();
            },
            default);

        await unit.ShouldThrowAsync<TimeZoneNotFoundException>();
        (await StoredAsync(database)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Units_that_fail_take_no_others_with_them(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        // Every third unit inserts its row twice, which breaks the key.
        var units = Enumerable.Range(0, 60).Select(number => Task.Run(() => database.WriteAsync(
            async (connection, token) =>
            {
                await AddAsync(connection, $"{number:00}", token);
                return number % 3 == 0 ? await AddAsync(connection, $"{number:00}", token) : 1;
            },
            default))).ToList();
        await Task.WhenAll(units).ContinueWith(_ => { }, TaskScheduler.Default);

        units.Select(unit => unit.IsFaulted).ShouldBe(Enumerable.Range(0, 60).Select(number => number % 3 == 0));
        (await StoredAsync(database)).ShouldBe(
            Enumerable.Range(0, 60).Where(number => number % 3 != 0).Select(number => $"{number:00}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_whose_caller_gave_up_does_not_run(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        var unit = () => database.WriteAsync((connection, token) => AddAsync(connection, "a", token), new CancellationToken(canceled: true));

        await unit.ShouldThrowAsync<OperationCanceledException>();
        (await StoredAsync(database)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_unit_may_wait_inside_its_transaction(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);

        var units = Enumerable.Range(0, 10).Select(number => database.WriteAsync(
            async (connection, token) =>
            {
                await AddAsync(connection, $"{number}", token);
                await Task.Yield();
                return await AddAsync(connection, $"{number}+", token);
            },
            default));
        await Task.WhenAll(units);

        (await StoredAsync(database)).Count().ShouldBe(20);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ids_and_times_come_back_as_they_were(DatabaseProvider provider)
    {
        var database = await OpenAsync(provider);
        var id = Guid.CreateVersion7();
        var time = new DateTimeOffset(2025, 3, 30, 2, 59, 59, 123, 456, TimeSpan.FromHours(2));

        await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(
                Insert, new { Id = id, Owner = owner, Hash = owner, CreatedAt = time }, cancellationToken: token)),
            default);

        var stored = await database.ReadAsync(
            (connection, token) => connection.QuerySingleAsync<Stored>(new CommandDefinition(
                "SELECT id, created_at, revoked_at FROM api_keys WHERE owner = @owner", new { owner }, cancellationToken: token)),
            default);
        stored.ShouldBe(new Stored { Id = id, CreatedAt = time });
        stored.CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    private sealed record Stored
    {
        public Guid Id { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }
    }
}
