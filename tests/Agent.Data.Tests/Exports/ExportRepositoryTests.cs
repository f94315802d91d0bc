using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Exports;
using PromptLab.Data.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Exports;

public sealed class ExportRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly ManualTimeProvider clock = new();
    private readonly string owner = $"owner-{Guid.NewGuid():N}";
    private readonly string node = $"node-{Guid.NewGuid():N}";

    private async Task<Scene> OnAsync(DatabaseProvider provider)
    {
        var database = (await databases.OnAsync(provider)).GetRequiredService<IDatabase>();
        return new(new(database, clock), new(database, clock), new(database, clock));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_export_runs_and_its_owner_finds_it(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);

        var row = await CreateAsync(scene);

        row.Status.ShouldBe(ExportStatus.Running);
        row.PeriodFrom.ShouldBe("2025-01-01");
        row.LinkKey.Length.ShouldBe(64);
        (await scene.Exports.FindAsync(owner, row.Id, default)).ShouldBe(row);
        (await scene.Exports.FindAsync("someone else", row.Id, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_becomes_ready_once(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var row = await CreateAsync(scene);

        var ready = await CompleteAsync(scene, row);
        var again = await scene.Exports.FailAsync(row.Id, "late", "Too late.", default);

        ready!.Status.ShouldBe(ExportStatus.Ready);
        ready.RowCount.ShouldBe(3);
        ready.ByteCount.ShouldBe(40);
        ready.ExpiresAt.ShouldBe(clock.GetUtcNow().AddHours(24));
        again.ShouldBeNull();
        (await scene.Exports.FindAsync(owner, row.Id, default)).ShouldBe(ready);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failed_one_says_why(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var row = await CreateAsync(scene);

        var failed = await scene.Exports.FailAsync(row.Id, "disk_full", "No space.", default);

        failed!.Status.ShouldBe(ExportStatus.Failed);
        failed.ErrorCode.ShouldBe("disk_full");
        failed.Error.ShouldBe("No space.");
        (await CompleteAsync(scene, row)).ShouldBeNull();
        (await scene.Exports.RenewAsync(row.Id, 10, Lease, default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Exports_are_listed_newest_first_page_by_page(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var ids = new List<Guid>();
        for (var count = 0; count < 3; count++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            ids.Insert(0, (await CreateAsync(scene)).Id);
        }

        var first = await scene.Exports.ListAsync(owner, null, 2, default);
        var second = await scene.Exports.ListAsync(owner, first.Next, 2, default);

        first.Data.Concat(second.Data).Select(row => row.Id).ShouldBe(ids);
        second.Next.ShouldBeNull();
        await Should.ThrowAsync<InvalidCursorException>(() => scene.Exports.ListAsync(owner, "nonsense", 2, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_process_left_fails_by_its_name_or_when_its_lease_is_over(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var own = await CreateAsync(scene);
        var other = await CreateAsync(scene, "another node");

        var atStart = await scene.Cleaning.FailAbandonedAsync(node, "export_interrupted", "Restarted.", default);
        clock.Advance(Lease + TimeSpan.FromSeconds(1));
        var late = await scene.Cleaning.FailAbandonedAsync("", "export_interrupted", "Restarted.", default);

        atStart.ShouldContain(own.Id);
        atStart.ShouldNotContain(other.Id);
        late.ShouldContain(other.Id);
        (await scene.Exports.FindAsync(owner, other.Id, default))!.Error.ShouldBe("Restarted.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_renewed_lease_keeps_it_running_and_tells_the_rows_so_far(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var row = await CreateAsync(scene, "another node");

        clock.Advance(TimeSpan.FromMinutes(1));
        var isRenewed = await scene.Exports.RenewAsync(row.Id, 1_234, Lease, default);
        clock.Advance(TimeSpan.FromSeconds(90));
        var abandoned = await scene.Cleaning.FailAbandonedAsync("", "x", "x", default);

        isRenewed.ShouldBeTrue();
        abandoned.ShouldNotContain(row.Id);
        (await scene.Exports.FindAsync(owner, row.Id, default))!.RowCount.ShouldBe(1_234);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ready_one_expires_and_is_forgotten_later(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var row = await CreateAsync(scene);
        await CompleteAsync(scene, row);

        var early = await scene.Cleaning.ExpireAsync(default);
        var withFile = await scene.Cleaning.WithFilesAsync(default);
        clock.Advance(TimeSpan.FromHours(24));
        var expired = await scene.Cleaning.ExpireAsync(default);
        var withoutFile = await scene.Cleaning.WithFilesAsync(default);
        clock.Advance(TimeSpan.FromDays(30));
        var forgotten = await scene.Cleaning.ForgetAsync(TimeSpan.FromDays(30), default);

        early.ShouldNotContain(row.Id);
        withFile.ShouldContain(row.Id);
        expired.ShouldContain(row.Id);
        withoutFile.ShouldNotContain(row.Id);
        forgotten.ShouldContain(row.Id);
        (await scene.Exports.FindAsync(owner, row.Id, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_end_is_announced_once_when_that_was_asked_for(DatabaseProvider provider)
    {
        var scene = await OnAsync(provider);
        var asked = await CreateAsync(scene);
        var silent = await CreateAsync(scene);

        await scene.Announcements.RequestAsync(asked.Id, default);
        var running = await scene.Announcements.DueAsync(default);
        await CompleteAsync(scene, asked);
        await CompleteAsync(scene, silent);
        var due = await scene.Announcements.DueAsync(default);
        await scene.Announcements.DoneAsync(asked.Id, default);
        var done = await scene.Announcements.DueAsync(default);

        running.ShouldNotContain(row => row.Id == asked.Id);
        due.ShouldContain(row => row.Id == asked.Id && row.AnnouncementId != null);
        due.ShouldNotContain(row => row.Id == silent.Id);
        done.ShouldNotContain(row => row.Id == asked.Id);
    }

    private Task<ExportRow> CreateAsync(Scene scene, string? on = null)
    {
        var export = new NewExport(
            owner, Guid.NewGuid(), "fraud", "Fraud report", new(2025, 1, 1), new(2025, 1, 14), "Europe/Amsterdam", """["date"]""", "fraud.csv", on ?? node);
        return scene.Exports.CreateAsync(export, Lease, default);
    }

    private Task<ExportRow?> CompleteAsync(Scene scene, ExportRow row) =>
        scene.Exports.CompleteAsync(row.Id, new FinishedExport(3, 40, "abc", "Note.", clock.GetUtcNow().AddHours(24)), default);

    private sealed record Scene(ExportRepository Exports, ExportAnnouncementRepository Announcements, ExportCleaningRepository Cleaning);
}
