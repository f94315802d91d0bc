using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Time;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.TemplateFolder;

public sealed class TemplateFolderTests
{
    [Fact]
    public async Task Templates_become_files_and_files_become_templates()
    {
        await using var scene = await FolderScene.StartAsync();
        await scene.Client.CreateTemplateAsync("Offer Pitch", "Sell {{offer}}", new { tags = new[] { "mail" } });
        await scene.Client.CreateTemplateAsync("offer-pitch!", "Another");
        scene.Write("from-disk.yaml", "From disk", "Hello {{$name}}");

        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((3, 3, 0, 0));
        scene.Files.ShouldBe(["from-disk.yaml", "offer-pitch-2.yaml", "offer-pitch.yaml"]);
        Texts(await scene.ListAsync(), "name").ShouldBe(["From disk", "offer-pitch!", "Offer Pitch"], ignoreOrder: true);
        scene.Read("offer-pitch.yaml").ShouldStartWith("# tags: [\"mail\"]\nname: Offer Pitch\n");
    }

    [Fact]
    public async Task A_side_that_is_unchanged_follows_the_other_one()
    {
        await using var scene = await FolderScene.StartAsync();
        var one = await scene.Client.CreateTemplateAsync("One", "one");
        var two = await scene.Client.CreateTemplateAsync("Two", "two");
        await scene.SyncAsync();

        await scene.Client.ChangeTemplateAsync(one, new { content = "one, changed here" });
        scene.Edit("two.yaml", "two", "two, changed there");
        scene.Edit("two.yaml", "Two", "Two renamed");
        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((2, 2, 0, 0));
        scene.Read("one.yaml").ShouldContain("one, changed here");
        (await scene.ContentAsync(two)).ShouldBe("two, changed there");
        var versions = (await scene.Client.GetJsonAsync($"{Path(two)}/versions")).GetProperty("data");
        Texts(versions, "message").ShouldBe(["From the file two.yaml", ""]);
    }

    [Fact]
    public async Task What_is_in_step_is_left_alone()
    {
        await using var scene = await FolderScene.StartAsync();
        var template = await scene.Client.CreateTemplateAsync("Calm", "Hi {{name}}  \n");
        await scene.SyncAsync();
        var written = File.GetLastWriteTimeUtc(scene.Path("calm.yaml"));
        scene.Edit("calm.yaml", "name: Calm", "# by hand\nname:   'Calm'");

        await scene.SyncAsync();
        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((1, 1, 0, 0));
        scene.Read("calm.yaml").ShouldStartWith("# by hand");
        (await scene.Client.GetJsonAsync(Path(template))).GetProperty("template").GetProperty("version").GetInt32().ShouldBe(1);
        written.ShouldBeLessThanOrEqualTo(File.GetLastWriteTimeUtc(scene.Path("calm.yaml")));
    }

    [Fact]
    public async Task A_file_that_was_renamed_stays_its_templates()
    {
        await using var scene = await FolderScene.StartAsync();
        await scene.Client.CreateTemplateAsync("Moved", "one");
        await scene.SyncAsync();
        File.Move(scene.Path("moved.yaml"), scene.Path("elsewhere.yml"));

        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((1, 1, 0, 0));
        scene.Files.ShouldBe(["elsewhere.yml"]);
        (await scene.ListAsync()).GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_file_of_a_deleted_template_goes_with_it_if_it_is_what_it_was()
    {
        await using var scene = await FolderScene.StartAsync();
        var one = await scene.Client.CreateTemplateAsync("One", "one");
        var two = await scene.Client.CreateTemplateAsync("Two", "two");
        await scene.SyncAsync();
        scene.Edit("two.yaml", "two", "two, changed there");
        await scene.Client.DeleteAsync(Path(one));
        await scene.Client.DeleteAsync(Path(two));

        var status = await scene.SyncAsync();

        scene.Files.ShouldBe(["two.yaml"]);
        var conflict = status.GetProperty("conflicts").EnumerateArray().Single();
        conflict.GetProperty("template").ValueKind.ShouldBe(JsonValueKind.Null);
        conflict.GetProperty("folder").GetProperty("text").GetString()!.ShouldContain("two, changed there");
        await scene.DecideAsync(conflict, "file");
        (await scene.ContentAsync(two)).ShouldBe("two, changed there");
    }

    [Fact]
    public async Task Broken_files_are_told_and_their_templates_keep_the_last_good_state()
    {
        await using var scene = await FolderScene.StartAsync();
        var template = await scene.Client.CreateTemplateAsync("Good", "good");
        await scene.SyncAsync();
        await File.WriteAllTextAsync(scene.Path("good.yaml"), "name: [");
        await File.WriteAllTextAsync(scene.Path("new.yaml"), "name: New\n");
        scene.Write("twin-1.yaml", "Twin", "one");
        scene.Write("twin-2.yaml", "TWIN", "two");

        await scene.SyncAsync();
        var status = await scene.SyncAsync();

        status.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("file").GetString()).Order().ShouldBe(["good.yaml", "new.yaml", "twin-2.yaml"]);
        (await scene.ContentAsync(template)).ShouldBe("good");
        scene.Read("good.yaml").ShouldBe("name: [");
    }

    [Fact]
    public async Task A_broken_file_is_replaced_only_when_somebody_says_so()
    {
        await using var scene = await FolderScene.StartAsync();
        var template = await scene.Client.CreateTemplateAsync("Good", "good");
        await scene.SyncAsync();
        await File.WriteAllTextAsync(scene.Path("good.yaml"), "name: [");
        var decide = $"{FolderScene.Sync}/conflicts/{template.GetProperty("template").GetProperty("id").GetString()}";

        var kept = await ProblemAsync(scene.Client.PostAsJsonAsync(decide, new { keep = "file" }));
        using var replaced = await scene.Client.PostAsJsonAsync(decide, new { keep = "template" });

        kept.ShouldBe((422, "template_file_invalid"));
        Figures(await ReadAsync(replaced)).ShouldBe((1, 1, 0, 0));
        scene.Read("good.yaml").ShouldContain("  good");
    }

    [Fact]
    public async Task Without_a_folder_there_is_nothing_to_synchronise()
    {
        await using var scene = await FolderScene.StartAsync("--Templates:Folder", "");

        (await scene.Client.GetJsonAsync(FolderScene.Sync)).GetProperty("folder").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ProblemAsync(scene.Client.PostAsync(FolderScene.Sync, null))).ShouldBe((409, "sync_off"));
    }

    [Fact]
    public async Task The_folder_is_its_owners()
    {
        await using var scene = await FolderScene.StartAsync("--Templates:Owner", "anna");
        using var anna = await scene.SignInAsync("anna");
        await scene.Client.CreateTemplateAsync("Not Anna's", "one");
        var template = await anna.CreateTemplateAsync("Anna's", "one");

        using var synchronised = await anna.PostAsync(FolderScene.Sync, null);

        Figures(await ReadAsync(synchronised)).ShouldBe((1, 1, 0, 0));
        scene.Files.ShouldBe(["anna-s.yaml"]);
        (await scene.Client.GetJsonAsync(FolderScene.Sync)).GetProperty("folder").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ProblemAsync(scene.Client.PostAsync(FolderScene.Sync, null))).ShouldBe((409, "sync_off"));
        var decide = $"{FolderScene.Sync}/conflicts/{template.GetProperty("template").GetProperty("id").GetString()}";
        (await ProblemAsync(scene.Client.PostAsJsonAsync(decide, new { keep = "file" }))).ShouldBe((404, "conflict_not_found"));
    }

    [Fact]
    public async Task Changes_are_noticed_without_being_asked()
    {
        await using var scene = await FolderScene.StartAsync("--Templates:PollInterval", "00:00:00.200", "--Templates:Settle", "00:00:00.020");
        await scene.Client.CreateTemplateAsync("Seen", "one");
        await WaitAsync(() => Task.FromResult(scene.Files.Contains("seen.yaml")));

        scene.Write("dropped.yaml", "Dropped", "hello");

        await WaitAsync(async () => (await scene.ListAsync()).GetArrayLength() == 2);
        (await scene.Client.GetJsonAsync(FolderScene.Sync)).GetProperty("last_sync_at").ValueKind.ShouldBe(JsonValueKind.String);
    }

    internal static (int Files, int InStep, int Conflicts, int Problems) Figures(JsonElement status) => (
        status.GetProperty("files").GetInt32(), status.GetProperty("in_step").GetInt32(),
        status.GetProperty("conflicts").GetArrayLength(), status.GetProperty("problems").GetArrayLength());

    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
