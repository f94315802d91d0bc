using PromptLab.Data.Databases;
using PromptLab.Data.Datasets;
using PromptLab.Data.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using static PromptLab.Data.Tests.Datasets.DatasetScene;

namespace PromptLab.Data.Tests.Datasets;

public sealed class DatasetCaseRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_keep_their_order_and_raise_the_revision_once(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities", rows: 3);

        var more = Stored(await scene.Cases.AddAsync(scene.Owner, dataset.Id, [new("{}", null, "why")], replaces: false, Most, default));

        (more.RowCount, more.Revision).ShouldBe((4, 3));
        var rows = await scene.Cases.ReadAsync(dataset.Id, 0, 10, default);
        rows.Select(row => row.Expected).ShouldBe(["\"1\"", "\"2\"", "\"3\"", null]);
        rows.Select(row => row.Ordinal).ShouldBe([1, 2, 3, 4]);
        (await scene.Cases.FindAsync(dataset.Id, rows[3].Id, default))!.Note.ShouldBe("why");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Replacing_leaves_none_of_the_rows_before(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities", rows: 3);

        var replaced = Stored(await scene.Cases.AddAsync(scene.Owner, dataset.Id, Texts(2), replaces: true, Most, default));

        replaced.RowCount.ShouldBe(2);
        (await scene.Cases.ReadAsync(dataset.Id, 0, 10, default)).Select(row => row.Ordinal).ShouldBe([4, 5]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_rows_than_fit_are_refused_as_a_whole(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities", rows: 3);

        (await scene.Cases.AddAsync(scene.Owner, dataset.Id, Texts(3), replaces: false, most: 5, default)).ShouldBe(new DatasetStoring.TooManyRows(3));
        Stored(await scene.Cases.AddAsync(scene.Owner, dataset.Id, Texts(5), replaces: true, most: 5, default)).RowCount.ShouldBe(5);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_is_changed_and_removed_and_the_count_follows(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Cities", rows: 3);
        var rows = await scene.Cases.ReadAsync(dataset.Id, 0, 10, default);

        var changed = (await scene.Cases.ChangeAsync(scene.Owner, dataset.Id, rows[0].Id, new("{}", "{}", "new"), default))!;
        var removed = (await scene.Cases.RemoveAsync(scene.Owner, dataset.Id, rows[1].Id, default))!;

        (changed.RowCount, removed.RowCount, removed.Revision).ShouldBe((3, 2, dataset.Revision + 2));
        (await scene.Cases.ReadAsync(dataset.Id, 0, 10, default)).ShouldBe([rows[0] with { Variables = "{}", Expected = "{}", Note = "new" }, rows[2]]);
        (await scene.Cases.RemoveAsync(scene.Owner, dataset.Id, rows[1].Id, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_thousand_rows_are_stored_and_every_page_of_them_is_read(DatabaseProvider provider)
    {
        var scene = new DatasetScene(await databases.OnAsync(provider));
        var dataset = await scene.AddAsync("Large", rows: 10_000);

        var places = new List<int>();
        string? cursor = null;
        do
        {
            var page = await scene.Cases.ListAsync(dataset.Id, cursor, 200, default);
            places.AddRange(page.Data.Select(row => row.Ordinal));
            cursor = page.Next;
        }
        while (cursor is not null);

        dataset.RowCount.ShouldBe(10_000);
        places.ShouldBe(Enumerable.Range(1, 10_000));
        await Should.ThrowAsync<InvalidCursorException>(() => scene.Cases.ListAsync(dataset.Id, "x", 1, default));
    }
}
