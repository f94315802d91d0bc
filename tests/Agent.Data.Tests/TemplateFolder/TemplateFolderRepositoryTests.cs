using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.TemplateFolder;
using PromptLab.Data.Tests.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.TemplateFolder;

public sealed class TemplateFolderRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task One_node_has_the_folder_until_it_lets_go_or_dies(DatabaseProvider provider)
    {
        var clock = new ManualTimeProvider();
        var folder = new TemplateFolderRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), clock);

        var both = await Task.WhenAll(folder.TakeAsync("a", Lease, default), folder.TakeAsync("b", Lease, default));
        var (holder, other) = both[0] ? ("a", "b") : ("b", "a");
        var again = await folder.TakeAsync(holder, Lease, default);
        clock.Advance(Lease - TimeSpan.FromSeconds(1));
        var early = await folder.TakeAsync(other, Lease, default);
        clock.Advance(TimeSpan.FromSeconds(1));
        var afterDeath = await folder.TakeAsync(other, Lease, default);
        await folder.ReleaseAsync(other, default);
        var afterLeaving = await folder.TakeAsync(holder, Lease, default);
        await folder.ReleaseAsync(holder, default);

        both.ShouldBe([true, false], ignoreOrder: true);
        (again, early, afterDeath, afterLeaving).ShouldBe((true, false, true, true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_who_has_the_folder_notes_when_it_was_synchronised(DatabaseProvider provider)
    {
        var clock = new ManualTimeProvider();
        var folder = new TemplateFolderRepository((await databases.OnAsync(provider)).GetRequiredService<IDatabase>(), clock);
        await folder.TakeAsync("a", Lease, default);
        await folder.FinishAsync("a", default);
        var noted = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromSeconds(1));

        await folder.FinishAsync("b", default);

        (await folder.LastSyncAsync(default)).ShouldBe(noted);
        await folder.ReleaseAsync("a", default);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Templates_are_read_with_the_files_that_they_had(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (scene, other) = (new TemplateScene(node), new TemplateScene(node));
        var files = new TemplateFileRepository(node.GetRequiredService<IDatabase>(), scene.Clock);
        var (kept, deleted, unknown) = (await scene.AddAsync("kept"), await scene.AddAsync("deleted"), await scene.AddAsync("unknown"));
        await scene.Templates.DeleteAsync(scene.Owner, (await scene.AddAsync("never had a file")).Id, default);
        await other.AddAsync("another's");

        await files.DisputeAsync(scene.Owner, kept.Id, "before.yaml", default);
        await files.RememberAsync(scene.Owner, kept.Id, "kept.yaml", "base", "file", kept.Revision, default);
        await files.RememberAsync(scene.Owner, deleted.Id, "deleted.yaml", "base", "file", deleted.Revision, default);
        await scene.Templates.DeleteAsync(scene.Owner, deleted.Id, default);

        var rows = await files.ReadAsync(scene.Owner, default);
        rows.Select(row => (row.Name, row.File, row.BaseHash, row.DeletedAt is not null, row.ConflictSince)).ShouldBe(
            [("kept", "kept.yaml", "base", false, null), ("deleted", "deleted.yaml", "base", true, null), ("unknown", null, null, false, null)], ignoreOrder: true);
        await files.ForgetAsync(scene.Owner, deleted.Id, default);
        (await files.ReadAsync(scene.Owner, default)).Select(row => row.TemplateId).ShouldBe([kept.Id, unknown.Id], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conflict_began_when_it_was_noticed_first(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new TemplateScene(node);
        var files = new TemplateFileRepository(node.GetRequiredService<IDatabase>(), scene.Clock);
        var template = await scene.AddAsync("disputed");
        var since = scene.Clock.GetUtcNow();
        await files.DisputeAsync(scene.Owner, template.Id, "a.yaml", default);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        await files.DisputeAsync(scene.Owner, template.Id, "a.yaml", default);

        (await files.ReadAsync(scene.Owner, default)).Single().ConflictSince.ShouldBe(since);
    }
}
