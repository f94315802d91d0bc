using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Audit;
using PromptLab.Data.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Audit;

public sealed class AuditTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private readonly ManualTimeProvider _clock = new();
    private readonly string _actor = $"actor-{Guid.NewGuid():N}";

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_are_found_by_time_action_partner_and_offer(DatabaseProvider provider)
    {
        var audit = new AuditRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), _clock);
        await audit.AppendAsync(Entry(AuditAction.ApprovalProposed, 1, 2), default);
        _clock.Advance(TimeSpan.FromHours(1));
        var later = _clock.GetUtcNow();
        await audit.AppendAsync(Entry(AuditAction.LinkCreated, 1, 3), default);
        await audit.AppendAsync(Entry(AuditAction.LinkCreated, 4, 2), default);

        (await CountAsync(audit, Query())).ShouldBe(3);
        (await CountAsync(audit, Query() with { From = later })).ShouldBe(2);
        (await CountAsync(audit, Query() with { To = later })).ShouldBe(1);
        (await CountAsync(audit, Query() with { Action = AuditAction.LinkCreated, PartnerId = 1 })).ShouldBe(1);
        (await CountAsync(audit, Query() with { OfferId = 2 })).ShouldBe(2);
        (await CountAsync(audit, Query() with { Actor = "somebody else" })).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_log_is_read_page_by_page_newest_first(DatabaseProvider provider)
    {
        var audit = new AuditRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), _clock);
        foreach (var partner in Enumerable.Range(1, 5))
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await audit.AppendAsync(Entry(AuditAction.LinkCreated, partner, 2), default);
        }

        var first = await audit.ListAsync(Query(), null, 3, default);
        var second = await audit.ListAsync(Query(), first.Next, 3, default);

        first.Data.Select(row => row.PartnerId).ShouldBe([5, 4, 3]);
        second.Data.Select(row => row.PartnerId).ShouldBe([2, 1]);
        second.Next.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_refuses_to_change_or_delete_a_row(DatabaseProvider provider)
    {
        var database = (await databases.OnAsync(provider)).GetRequiredService<IDatabase>();
        var audit = new AuditRepository(database, _clock);
        await audit.AppendAsync(Entry(AuditAction.LinkCreated, 1, 2), default);

        var changed = await Should.ThrowAsync<Exception>(() => ExecuteAsync(database, "UPDATE audit_log SET result = 'never happened' WHERE actor = @Actor"));
        var deleted = await Should.ThrowAsync<Exception>(() => ExecuteAsync(database, "DELETE FROM audit_log WHERE actor = @Actor"));

        changed.Message.ShouldContain("append-only");
        deleted.Message.ShouldContain("append-only");
        (await audit.ListAsync(Query(), null, 10, default)).Data.Single().Result.ShouldBe("ok");
    }

    private Task<int> ExecuteAsync(IDatabase database, string sql) =>
        database.WriteAsync((connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, new { Actor = _actor }, cancellationToken: token)), default);

    private AuditEntry Entry(string action, int partner, int offer) => new(_actor, action, partner, offer, true, false, AuditEntry.Ok);

    private AuditQuery Query() => new(_actor, null, null, null, null, null);

    private static async Task<int> CountAsync(AuditRepository audit, AuditQuery query) => (await audit.ListAsync(query, null, 50, default)).Data.Count;
}
