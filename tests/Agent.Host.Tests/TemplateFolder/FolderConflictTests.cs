using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.TemplateFolder.TemplateFolderTests;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.TemplateFolder;

public sealed class FolderConflictTests
{
    [Fact]
    public async Task Where_both_changed_both_sides_are_shown_and_neither_is_touched()
    {
        await using var scene = await FolderScene.StartAsync();
        var (template, _) = await scene.DisputeAsync();

        await scene.SyncAsync();
        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((1, 0, 1, 0));
        var conflict = status.GetProperty("conflicts")[0];
        conflict.GetProperty("template").GetProperty("text").GetString()!.ShouldContain("changed here");
        conflict.GetProperty("template").GetProperty("version").GetInt32().ShouldBe(2);
        conflict.GetProperty("folder").GetProperty("text").GetString()!.ShouldContain("changed there");
        conflict.GetProperty("template").GetProperty("hash").GetString().ShouldNotBe(conflict.GetProperty("folder").GetProperty("hash").GetString());
        conflict.GetProperty("since").ValueKind.ShouldBe(JsonValueKind.String);
        (await scene.ContentAsync(template)).ShouldBe("changed here");
        scene.Read("disputed.yaml").ShouldContain("changed there");
    }

    [Theory]
    [InlineData("template", "changed here")]
    [InlineData("file", "changed there")]
    public async Task The_side_that_is_kept_replaces_the_other_one(string keep, string content)
    {
        await using var scene = await FolderScene.StartAsync();
        var (template, conflict) = await scene.DisputeAsync();

        var status = await scene.DecideAsync(conflict, keep);

        Figures(status).ShouldBe((1, 1, 0, 0));
        (await scene.ContentAsync(template)).ShouldBe(content);
        scene.Read("disputed.yaml").ShouldContain(content);
    }

    [Fact]
    public async Task Sides_that_become_the_same_by_themselves_are_in_conflict_no_more()
    {
        await using var scene = await FolderScene.StartAsync();
        await scene.DisputeAsync();
        scene.Edit("disputed.yaml", "changed there", "changed here");

        Figures(await scene.SyncAsync()).ShouldBe((1, 1, 0, 0));
    }

    [Fact]
    public async Task A_file_that_is_gone_takes_no_template_with_it_unless_somebody_says_so()
    {
        await using var scene = await FolderScene.StartAsync();
        var one = await scene.Client.CreateTemplateAsync("One", "one");
        var two = await scene.Client.CreateTemplateAsync("Two", "two");
        await scene.SyncAsync();
        File.Delete(scene.Path("one.yaml"));
        File.Delete(scene.Path("two.yaml"));

        var conflicts = (await scene.SyncAsync()).GetProperty("conflicts").EnumerateArray().ToDictionary(conflict => conflict.GetProperty("name").GetString()!);
        await scene.DecideAsync(conflicts["One"], "template");
        await scene.DecideAsync(conflicts["Two"], "file");

        conflicts["One"].GetProperty("folder").ValueKind.ShouldBe(JsonValueKind.Null);
        scene.Files.ShouldBe(["one.yaml"]);
        (await ProblemAsync(scene.Client.GetAsync(Path(two)))).ShouldBe((404, "template_not_found"));
        (await scene.ContentAsync(one)).ShouldBe("one");
        using var back = await scene.Client.PostAsync($"{Path(two)}/undelete", null);
        back.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_file_and_a_template_of_one_name_that_never_met_are_in_conflict()
    {
        await using var scene = await FolderScene.StartAsync();
        await scene.Client.CreateTemplateAsync("Met", "ours");
        await scene.Client.CreateTemplateAsync("Same", "both");
        scene.Write("met-file.yaml", "MET", "theirs");
        scene.Write("same.yaml", "Same", "both");

        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((2, 1, 1, 0));
        (await scene.ListAsync()).GetArrayLength().ShouldBe(2);
        scene.Files.ShouldBe(["met-file.yaml", "same.yaml"]);
    }

    [Fact]
    public async Task Who_died_before_it_could_note_that_both_are_in_step_only_notes_it()
    {
        await using var scene = await FolderScene.StartAsync();
        var template = await scene.Client.CreateTemplateAsync("Written", "one  \n");
        await scene.SyncAsync();
        await scene.ForgetAsync(template);

        var status = await scene.SyncAsync();

        Figures(status).ShouldBe((1, 1, 0, 0));
        scene.Files.ShouldBe(["written.yaml"]);
    }

    [Fact]
    public async Task Only_conflicts_are_decided()
    {
        await using var scene = await FolderScene.StartAsync();
        var template = await scene.Client.CreateTemplateAsync("Calm", "one");
        await scene.SyncAsync();
        var decide = $"{FolderScene.Sync}/conflicts/{template.GetProperty("template").GetProperty("id").GetString()}";

        (await ProblemAsync(scene.Client.PostAsJsonAsync(decide, new { keep = "file" }))).ShouldBe((404, "conflict_not_found"));
        (await ProblemAsync(scene.Client.PostAsJsonAsync(decide, new { keep = "both" }))).ShouldBe((422, "keep_invalid"));
    }
}
