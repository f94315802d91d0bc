using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Datasets;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using static PromptLab.Data.Tests.Datasets.DatasetScene;

namespace PromptLab.Data.Tests.Datasets;

public sealed class DatasetRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string WaitingSql = "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE datasets%' AND datname = current_database()";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dataset_is_there_once_it_is_made(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));

        var made = Stored(await scene.Datasets.CreateAsync(scene.Owner, Change("Cities", evaluators: """[{"kind":"exact"}]""", threshold: 0.85, description: "Of the world"), default));

        var found = (await scene.Datasets.FindAsync(scene.Owner, made.Id, default))!;
        found.ShouldBe(made);
        (found.Name, found.Evaluators, found.Threshold, found.RowCount, found.Revision, found.Sharing).ShouldBe(("Cities", """[{"kind":"exact"}]""", 0.85, 0, 1, "private"));
        found.CreatedAt.ShouldBe(scene.Clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_is_given_once(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        await scene.AddAsync("Cities");
        var other = await scene.AddAsync("Rivers");

        (await scene.Datasets.CreateAsync(scene.Owner, Change("CITIES"), default)).ShouldBeOfType<DatasetStoring.NameTaken>();
        (await scene.Datasets.ChangeAsync(scene.Owner, other.Id, null, Change("cities"), default)).ShouldBeOfType<DatasetStoring.NameTaken>();
        Stored(await scene.Datasets.ChangeAsync(scene.Owner, other.Id, null, Change("RIVERS"), default)).Name.ShouldBe("RIVERS");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_decides_an_evaluation_raises_the_revision(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities");

        async Task<int> ChangeToAsync(DatasetChange change) => Stored(await scene.Datasets.ChangeAsync(scene.Owner, dataset.Id, null, change, default)).Revision;

        (await ChangeToAsync(Change("Towns", description: "Other words", sharing: SharingScope.Team))).ShouldBe(1);
        (await ChangeToAsync(Change("Towns", evaluators: "[1]"))).ShouldBe(2);
        (await ChangeToAsync(Change("Towns", evaluators: "[1]", threshold: 0.5))).ShouldBe(3);
        (await scene.Datasets.ChangeAsync(scene.Owner, dataset.Id, 2, Change("Late"), default)).ShouldBe(new DatasetStoring.Stale(3));
    }

    // SQLite has one writer, so nobody else can be in between.
    [Theory, OnPostgres]
    public async Task A_change_that_waited_for_another_one_of_the_same_revision_is_refused(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities");
        var (written, waiting) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = scene.Database.WriteAsync(
            async (connection, _) =>
            {
                await connection.ExecuteAsync("UPDATE datasets SET revision = 2, evaluators = '[1]' WHERE id = @Id", new { dataset.Id });
                written.TrySetResult();
                await waiting.Task;
                return true;
            },
            default);
        await written.Task;

        var second = scene.Datasets.ChangeAsync(scene.Owner, dataset.Id, 1, Change("Cities", evaluators: "[2]"), default);
        while (await scene.Database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<int>(WaitingSql), default) == 0)
        {
            second.IsCompleted.ShouldBeFalse();
        }

        waiting.SetResult();
        await first;

        (await second).ShouldBe(new DatasetStoring.Stale(2));
        (await scene.Datasets.FindAsync(scene.Owner, dataset.Id, default))!.Evaluators.ShouldBe("[1]");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_deleted_can_be_brought_back_unless_its_name_is_taken(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities", rows: 2);

        (await scene.Datasets.DeleteAsync(scene.Owner, dataset.Id, default)).ShouldBeTrue();
        var found = await scene.Datasets.FindAsync(scene.Owner, dataset.Id, default);
        var added = await scene.Cases.AddAsync(scene.Owner, dataset.Id, Texts(1), replaces: false, Most, default);
        var namesake = await scene.AddAsync("cities");
        var taken = await scene.Datasets.UndeleteAsync(scene.Owner, dataset.Id, default);
        await scene.Datasets.DeleteAsync(scene.Owner, namesake.Id, default);
        var back = Stored(await scene.Datasets.UndeleteAsync(scene.Owner, dataset.Id, default));

        found.ShouldBeNull();
        added.ShouldBeOfType<DatasetStoring.NotFound>();
        taken.ShouldBeOfType<DatasetStoring.NameTaken>();
        (back.RowCount, back.DeletedAt).ShouldBe((2, null));
        (await scene.Datasets.UndeleteAsync(scene.Owner, dataset.Id, default)).ShouldBeOfType<DatasetStoring.NotFound>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_bring_it_back_at_once_one_does(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        foreach (var round in Enumerable.Range(0, 10))
        {
            var id = (await scene.AddAsync($"Cities {round}")).Id;
            await scene.Datasets.DeleteAsync(scene.Owner, id, default);

            var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Datasets.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<DatasetStoring.Stored>().Count().ShouldBe(1);
            all.OfType<DatasetStoring.NotFound>().Count().ShouldBe(7);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_namesakes_that_are_brought_back_at_once_one_has_the_name(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        foreach (var round in Enumerable.Range(0, 10))
        {
            var ids = new List<Guid>();
            foreach (var _ in Enumerable.Range(0, 4))
            {
                ids.Add((await scene.AddAsync($"Cities {round}")).Id);
                await scene.Datasets.DeleteAsync(scene.Owner, ids[^1], default);
            }

            var all = await Task.WhenAll(ids.Select(id => Task.Run(() => scene.Datasets.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<DatasetStoring.Stored>().Count().ShouldBe(1);
            all.OfType<DatasetStoring.NameTaken>().Count().ShouldBe(3);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_owner_finds_and_changes_nothing_that_is_private(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (mine, other) = (new DatasetScene(node), new DatasetScene(node));
        var dataset = await mine.AddAsync("Cities", rows: 1);
        var row = (await mine.Cases.ReadAsync(dataset.Id, 0, 10, default)).Single();

        (await other.Datasets.FindAsync(other.Owner, dataset.Id, default)).ShouldBeNull();
        (await other.Datasets.FindVisibleAsync(other.Owner, dataset.Id, default)).ShouldBeNull();
        (await other.Datasets.ChangeAsync(other.Owner, dataset.Id, null, Change("Mine"), default)).ShouldBeOfType<DatasetStoring.NotFound>();
        (await other.Datasets.DeleteAsync(other.Owner, dataset.Id, default)).ShouldBeFalse();
        (await other.Cases.AddAsync(other.Owner, dataset.Id, Texts(1), replaces: true, Most, default)).ShouldBeOfType<DatasetStoring.NotFound>();
        (await other.Cases.ChangeAsync(other.Owner, dataset.Id, row.Id, Texts(2)[1], default)).ShouldBeNull();
        (await other.Cases.RemoveAsync(other.Owner, dataset.Id, row.Id, default)).ShouldBeNull();
        (await mine.Cases.ReadAsync(dataset.Id, 0, 10, default)).ShouldBe([row]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_shared_with_the_team_is_found_by_others_and_listed_as_theirs(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var mine = new DatasetScene(node);
        var other = new DatasetScene(node) { Clock = mine.Clock };
        var name = $"Shared {Guid.NewGuid()}";
        var shared = await mine.AddAsync(name, sharing: SharingScope.Team);
        await other.AddAsync($"{name} of another");

        (await other.Datasets.FindVisibleAsync(other.Owner, shared.Id, default))!.Name.ShouldBe(name);
        (await other.NamesAsync(new(name))).ShouldBe([$"{name} of another", name]);
        (await other.NamesAsync(new(name, Of: Ownership.Team))).ShouldBe([name]);
        (await other.NamesAsync(new(name, Of: Ownership.Mine))).ShouldBe([$"{name} of another"]);
        (await mine.NamesAsync(new(name, Of: Ownership.Team))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_are_searched_filtered_and_read_page_by_page(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var templates = new Templates.TemplateScene(node);
        var template = await templates.AddAsync("Recap");
        var scene = new DatasetScene(node) { Owner = templates.Owner };
        await scene.AddAsync("Cities 100%");
        await scene.AddAsync("Rivers", template: template.Id);
        var gone = await scene.AddAsync("Lakes", template: template.Id);
        await scene.Datasets.DeleteAsync(scene.Owner, gone.Id, default);
        var list = new DatasetList(scene.Database);

        var first = await list.ReadAsync(scene.Owner, new(), null, 1, default);
        var second = await list.ReadAsync(scene.Owner, new(), first.Next, 1, default);

        first.Data.Concat(second.Data).Select(dataset => dataset.Name).ShouldBe(["Rivers", "Cities 100%"]);
        second.Next.ShouldBeNull();
        (await scene.NamesAsync(new("00%"))).ShouldBe(["Cities 100%"]);
        (await scene.NamesAsync(new(TemplateId: template.Id))).ShouldBe(["Rivers"]);
        (await scene.NamesAsync(new(TemplateId: template.Id, Of: Ownership.Mine))).ShouldBe(["Rivers"]);
        (await scene.NamesAsync(new(TemplateId: template.Id, Of: Ownership.Team))).ShouldBeEmpty();
        (await scene.NamesAsync(new(IsDeleted: true))).ShouldBe(["Lakes"]);
        (await scene.NamesAsync(new(TemplateId: template.Id, IsDeleted: true))).ShouldBe(["Lakes"]);
        await Should.ThrowAsync<InvalidCursorException>(() => list.ReadAsync(scene.Owner, new(), "x", 1, default));
    }
}
