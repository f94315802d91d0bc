using System.Text;
using PromptLab.Workflows.TemplateFolder;

namespace PromptLab.Workflows.Tests.TemplateFolder;

public sealed class FolderFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("promptlab-files-");

    private FolderFiles Files => new(_folder.FullName);

    [Fact]
    public void A_file_is_written_whole_and_leaves_nothing_beside_it()
    {
        var hash = Files.Write("a.yaml", "one", null);
        var changed = Files.Write("a.yaml", "two", hash);

        changed.ShouldBe(SyncText.HashOf(Encoding.UTF8.GetBytes("two")));
        _folder.EnumerateFileSystemInfos().Select(file => file.Name).ShouldBe(["a.yaml"]);
        File.ReadAllText(Path("a.yaml")).ShouldBe("two");
    }

    [Fact]
    public void What_was_changed_meanwhile_is_neither_replaced_nor_deleted()
    {
        var seen = Files.Write("a.yaml", "one", null)!;
        File.WriteAllText(Path("a.yaml"), "changed");

        Files.Write("a.yaml", "two", seen).ShouldBeNull();
        Files.Write("a.yaml", "two", null).ShouldBeNull();
        Files.Delete("a.yaml", seen).ShouldBeFalse();

        File.ReadAllText(Path("a.yaml")).ShouldBe("changed");
    }

    [Fact]
    public void Links_are_neither_read_nor_written_through()
    {
        var secret = System.IO.Path.Combine(Directory.CreateTempSubdirectory("promptlab-secret-").FullName, "secret.yaml");
        File.WriteAllText(secret, "name: secret\ntemplate: secret\n");
        File.CreateSymbolicLink(Path("a.yaml"), secret);

        var read = Files.Read().Single();
        var written = Files.Write("a.yaml", "overwritten", SyncText.HashOf(File.ReadAllBytes(secret)));

        (read.Text, read.Content.Problem).ShouldBe((null, "It is a link; links are not followed."));
        written.ShouldBeNull();
        File.ReadAllText(secret).ShouldStartWith("name: secret");
    }

    [Fact]
    public void A_name_that_leads_out_of_the_folder_is_refused()
    {
        var write = () => Files.Write("../a.yaml", "one", null);

        write.ShouldThrow<InvalidOperationException>();
    }

    [Fact]
    public void What_cannot_be_read_is_told_by_file()
    {
        File.WriteAllBytes(Path("bytes.yaml"), [0xff, 0xfe, 0xfd]);
        File.WriteAllText(Path("large.yaml"), new string('x', 1_000_001));
        File.WriteAllText(Path("nonsense.yml"), "name: [");
        File.WriteAllText(Path("nameless.yaml"), "template: hi\n");
        File.WriteAllText(Path("readme.md"), "not ours");
        File.WriteAllText(Path(".hidden.yaml"), "not ours");

        Files.Read().Select(file => (file.Name, file.Content.Problem)).ShouldBe(
        [
            ("bytes.yaml", "It is not written in UTF-8."),
            ("large.yaml", "It has 1,000,001 bytes; at most 1,000,000 are read."),
            ("nameless.yaml", "A name has 1 to 120 characters on one line."),
            ("nonsense.yml", "The file cannot be used: it is no valid YAML of a prompt (line 1)."),
        ]);
    }

    [Fact]
    public void How_a_file_is_written_makes_no_difference()
    {
        const string plain = "name: A\ntemplate: |\n  Hi {{$name}}\n";
        var dressed = "\ufeff" + "# a comment\r\nname: \"A\"\r\ntemplate: 'Hi {{ $name }}'\r\n";
        File.WriteAllText(Path("plain.yaml"), plain);
        File.WriteAllText(Path("dressed.yaml"), dressed);

        Files.Read().Select(file => file.Content.Hash).Distinct().Single().ShouldNotBeNull();
    }

    [Fact]
    public void What_a_dead_process_left_behind_is_removed()
    {
        File.WriteAllText(Path($".a.yaml.{Guid.NewGuid():N}.tmp"), "half");
        File.WriteAllText(Path(".mine.tmp"), "somebody's");

        Files.Clean();

        _folder.EnumerateFiles().Select(file => file.Name).ShouldBe([".mine.tmp"]);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);
}
