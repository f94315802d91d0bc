using PromptLab.Planner.Prompts;

namespace PromptLab.Planner.Tests.Prompts;

public sealed class PromptLibraryTests : IDisposable
{
    private const string Broken = "name: agent\ntemplate: [unclosed\n";

    private readonly PromptFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void The_active_version_serves()
    {
        files.Version(1, "one").Version(2, "two").Active("2\n");

        var prompt = files.Open().Get("agent", "conversation");

        (prompt.Label, prompt.Text).ShouldBe(("agent@2", "two"));
    }

    [Fact]
    public void The_hash_is_that_of_the_file()
    {
        files.Write("agent/1.yaml", "name: agent\ntemplate: hello\n").Active("1");

        var prompt = files.Open().Get("agent", "conversation");

        // printf 'name: agent\ntemplate: hello\n' | sha256sum
        prompt.Hash.ShouldBe("b670f1899512133583d3c1fa302290fa47c363b75c6720a75b46345d8b7e92e6");
    }

    [Fact]
    public void Weights_share_the_conversations_out_and_each_keeps_its_version()
    {
        files.Version(3, "old").Version(4, "new").Active("3: 90, 4: 10");
        var library = files.Open();
        var conversations = Enumerable.Range(0, 2000).Select(i => $"conversation-{i}").ToList();

        var first = conversations.ConvertAll(c => library.Get("agent", c).Version);
        var again = conversations.ConvertAll(c => library.Get("agent", c).Version);

        again.ShouldBe(first);
        first.Count(v => v == 4).ShouldBeInRange(140, 260);
    }

    [Fact]
    public void A_version_with_weight_zero_gets_no_conversation()
    {
        files.Version(1, "one").Version(2, "two").Active("1: 0, 2: 5");
        var library = files.Open();

        var versions = Enumerable.Range(0, 100).Select(i => library.Get("agent", $"{i}").Version).Distinct();

        versions.ShouldBe([2]);
    }

    [Fact]
    public void A_new_version_serves_after_a_reload()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        files.Version(2, "two").Active("2");
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("two");
        library.List().ShouldHaveSingleItem().Versions.Keys.ShouldBe([1, 2]);
    }

    [Fact]
    public void An_unchanged_version_stays_the_same_object()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();
        var before = library.Get("agent", "c");

        library.Reload();

        library.Get("agent", "c").ShouldBeSameAs(before);
    }

    [Fact]
    public void A_version_that_breaks_keeps_serving_and_is_reported()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        files.Write("agent/1.yaml", Broken);
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.ShouldHaveSingleItem().ToString().ShouldBe(
            "agent/1.yaml: It is no valid YAML of a prompt (line 2). Its last good state keeps serving.");
    }

    [Fact]
    public void A_new_version_that_is_broken_does_not_take_over()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        files.Write("agent/2.yaml", Broken).Active("2");
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.Select(p => p.File).ShouldBe(["agent/2.yaml", "agent/active"]);
    }

    [Fact]
    public void A_mended_file_is_taken_and_no_longer_reported()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();
        files.Write("agent/2.yaml", Broken).Active("2");
        library.Reload();

        files.Version(2, "two");
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("two");
        library.List()[0].Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("1: x")]
    [InlineData("1: 0")]
    [InlineData("1: 50, 1: 50")]
    [InlineData("1: 1: 1")]
    [InlineData("7")]
    public void An_active_file_that_makes_no_sense_changes_nothing(string content)
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        files.Active(content);
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.ShouldHaveSingleItem().File.ShouldBe("agent/active");
    }

    [Fact]
    public void Deleted_files_keep_serving_until_another_version_is_active()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        files.Delete("agent/1.yaml").Delete("agent/active");
        library.Reload();
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.ShouldHaveSingleItem().Text.ShouldBe("There is no such file.");
    }

    [Fact]
    public void A_deleted_folder_keeps_serving_and_is_reported()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        Directory.Delete(Path.Combine(files.Root, "agent"), recursive: true);
        library.Reload();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.ShouldHaveSingleItem().Text.ShouldStartWith("Its folder is gone.");
    }

    [Fact]
    public void A_folder_that_is_not_complete_yet_is_left_out_until_it_is()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();
        files.Version(1, "sum", "judge");
        library.Reload();
        library.List().Select(p => p.Name).ShouldBe(["agent"]);

        files.Active("1", "judge");
        library.Reload();

        library.Get("judge", "c").Text.ShouldBe("sum");
    }

    [Fact]
    public void A_broken_version_that_does_not_serve_does_not_stop_the_start()
    {
        files.Version(1, "one").Write("agent/2.yaml", Broken).Write("agent/notes.yaml", "x").Active("1");

        var library = files.Open();

        library.Get("agent", "c").Text.ShouldBe("one");
        library.List()[0].Problems.Select(p => p.File).ShouldBe(["agent/2.yaml", "agent/notes.yaml"]);
    }

    [Fact]
    public void A_prompt_that_cannot_serve_stops_the_start_with_the_reason()
    {
        files.Write("agent/1.yaml", Broken).Active("1");

        var exception = Should.Throw<PromptsNotUsableException>(() => files.Open());

        exception.Message.ShouldContain("agent/1.yaml: It is no valid YAML");
        exception.Message.ShouldContain("agent/active: It names version 1");
    }

    [Fact]
    public void A_directory_without_prompts_stops_the_start()
    {
        var exception = Should.Throw<PromptsNotUsableException>(() => files.Open());

        exception.Message.ShouldContain("Prompts:Directory");
    }

    [Fact]
    public void An_unknown_prompt_is_answered_with_the_known_ones()
    {
        files.Version(1, "one").Active("1");
        var library = files.Open();

        var exception = Should.Throw<UnknownPromptException>(() => library.Get("agnet", "c"));

        exception.Message.ShouldBe("There is no prompt \"agnet\". Known: agent.");
    }
}
