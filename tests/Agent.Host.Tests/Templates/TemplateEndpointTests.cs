using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Templates;

public sealed class TemplateEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_template_is_saved_and_read_again()
    {
        using var response = await host.Client.PostAsJsonAsync(Root, new
        {
            name = "Offer Pitch",
            content = "Sell {{offer}} in {{words}} words",
            system_prompt = "You speak {{language}}.",
            tags = new[] { "Mail ", "mail" },
            inputs = new object[] { new { name = "words", type = "integer", @default = 50 } },
            parameters = new { temperature = 0.5 },
        });
        var read = await host.Client.GetJsonAsync(response.Headers.Location!.ToString());

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        read.GetProperty("template").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["mail"]);
        var current = read.GetProperty("current");
        current.GetProperty("variables").EnumerateArray().Select(name => name.GetString()).ShouldBe(["language", "offer", "words"]);
        current.GetProperty("inputs")[0].GetProperty("default").GetString().ShouldBe("50");
        current.GetProperty("parameters").GetProperty("temperature").GetDouble().ShouldBe(0.5);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var response = await host.Client.PostAsJsonAsync(Root, new { name = "", content = "Hi {{first name}} {{", inputs = new[] { new { name = "a", type = "colour" } } });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("template_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["name", "content", "inputs[0]"]);
        problem.GetProperty("errors").GetProperty("content").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_template_is_changed_twice_compared_and_restored()
    {
        var one = await host.Client.CreateTemplateAsync("Compared", "Write a short mail to {{name}}.");
        var two = await host.Client.ChangeTemplateAsync(one, new { content = "Write a long mail to {{name}}.", message = "longer" });
        var same = await host.Client.ChangeTemplateAsync(two, new { content = "Write a long mail to {{name}}." });
        await host.Client.ChangeTemplateAsync(same, new { content = "Write a poem.", parameters = new { temperature = 1 } });

        var difference = await host.Client.GetJsonAsync($"{Path(one)}/diff?from=1&to=2");
        var parameters = await host.Client.GetJsonAsync($"{Path(one)}/diff?from=2&to=3");
        using var restored = await host.Client.PostAsync($"{Path(one)}/restore/1", null);
        var versions = (await host.Client.GetJsonAsync($"{Path(one)}/versions")).GetProperty("data");

        same.GetProperty("is_new_version").GetBoolean().ShouldBeFalse();
        Texts(difference.GetProperty("content"), "text").ShouldBe(["Write a ", "short", "long", " mail to {{name}}."]);
        parameters.GetProperty("parameters").GetArrayLength().ShouldBe(2);
        (await ReadAsync(restored)).GetProperty("current").GetProperty("content").GetString().ShouldBe("Write a short mail to {{name}}.");
        versions.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()).ShouldBe([4, 3, 2, 1]);
        Texts(versions, "message").ShouldBe(["Version 1 restored", "", "longer", ""]);
        versions[0].GetProperty("hash").GetString().ShouldBe(versions[3].GetProperty("hash").GetString());
    }

    [Fact]
    public async Task A_change_of_an_old_revision_is_a_conflict()
    {
        var read = await host.Client.CreateTemplateAsync("Contested", "one");
        await host.Client.ChangeTemplateAsync(read, new { content = "two" });

        var late = await ProblemAsync(host.Client.PatchAsJsonAsync(Path(read), new { revision = 1, content = "three" }));
        var blind = await ProblemAsync(host.Client.PatchAsJsonAsync(Path(read), new { content = "three" }));

        late.ShouldBe((409, "template_changed"));
        blind.ShouldBe((422, "revision_missing"));
    }

    [Fact]
    public async Task A_label_follows_the_version_that_it_is_put_on()
    {
        var template = await host.Client.CreateTemplateAsync("Labelled", "one");
        await host.Client.ChangeTemplateAsync(template, new { content = "two" });

        using var first = await host.Client.PutAsJsonAsync($"{Path(template)}/labels/staging", new { version = 1 });
        using var moved = await host.Client.PutAsJsonAsync($"{Path(template)}/labels/staging", new { version = 2 });
        using var removed = await host.Client.DeleteAsync($"{Path(template)}/labels/staging");

        Label(await ReadAsync(first)).ShouldBe(("staging", 1, false));
        Label(await ReadAsync(moved)).ShouldBe(("staging", 2, false));
        (await ReadAsync(removed)).GetProperty("template").GetProperty("labels").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Production_is_neither_moved_nor_removed_while_it_is_protected()
    {
        var template = await host.Client.CreateTemplateAsync("Protected", "one");
        await host.Client.ChangeTemplateAsync(template, new { content = "two" });
        var label = $"{Path(template)}/labels/production";
        using var set = await host.Client.PutAsJsonAsync(label, new { version = 1 });

        var moved = await ProblemAsync(host.Client.PutAsJsonAsync(label, new { version = 2, is_protected = false }));
        var removed = await ProblemAsync(host.Client.DeleteAsync(label));
        using var lifted = await host.Client.PutAsJsonAsync(label, new { version = 1, is_protected = false });
        using var movedThen = await host.Client.PutAsJsonAsync(label, new { version = 2, is_protected = true });

        Label(await ReadAsync(set)).ShouldBe(("production", 1, true));
        (moved, removed).ShouldBe(((409, "label_protected"), (409, "label_protected")));
        Label(await ReadAsync(movedThen)).ShouldBe(("production", 2, true));
    }

    [Theory]
    [InlineData("labels/No%20Name", """{"version":1}""", 422, "template_invalid")]
    [InlineData("labels/staging", """{"version":9}""", 404, "template_version_not_found")]
    [InlineData("labels/staging", "{}", 422, "version_missing")]
    public async Task A_label_that_cannot_be_put_says_why(string path, string body, int status, string code)
    {
        var template = await host.Client.CreateTemplateAsync($"Label {Guid.NewGuid()}", "one");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        (await ProblemAsync(host.Client.PutAsync($"{Path(template)}/{path}", content))).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("versions/9", "template_version_not_found")]
    [InlineData("diff?from=9&to=1", "template_version_not_found")]
    [InlineData("diff?from=1&to=9", "template_version_not_found")]
    [InlineData("export?version=9", "template_version_not_found")]
    public async Task A_version_that_is_not_there_is_not_found(string path, string code)
    {
        var template = await host.Client.CreateTemplateAsync($"Versions {Guid.NewGuid()}", "one");

        (await ProblemAsync(host.Client.GetAsync($"{Path(template)}/{path}"))).ShouldBe((404, code));
    }

    [Fact]
    public async Task What_was_deleted_is_listed_apart_and_brought_back()
    {
        using var dora = await host.SignInAsync("dora");
        var template = await dora.CreateTemplateAsync("Deleted", "one");

        using var deleted = await dora.DeleteAsync(Path(template));
        var gone = await ProblemAsync(dora.GetAsync(Path(template)));
        var list = await dora.GetJsonAsync($"{Root}?deleted=true");
        using var back = await dora.PostAsync($"{Path(template)}/undelete", null);

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        gone.ShouldBe((404, "template_not_found"));
        Texts(list.GetProperty("data"), "name").ShouldBe(["Deleted"]);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Templates_are_found_by_words_and_tags()
    {
        using var emil = await host.SignInAsync("emil");
        await emil.CreateTemplateAsync("Zebra", "one", new { tags = new[] { "animal" } });
        await emil.CreateTemplateAsync("Oak", "not a zebra", new { tags = new[] { "tree" } });

        Texts((await emil.GetJsonAsync($"{Root}?search=ZEBRA")).GetProperty("data"), "name").ShouldBe(["Oak", "Zebra"]);
        Texts((await emil.GetJsonAsync($"{Root}?tag=Animal")).GetProperty("data"), "name").ShouldBe(["Zebra"]);
        Texts((await emil.GetJsonAsync($"{Root}?tag=tree&search=zebra")).GetProperty("data"), "name").ShouldBe(["Oak"]);
        (await ProblemAsync(emil.GetAsync($"{Root}?limit=0"))).ShouldBe((422, "limit_invalid"));
        (await ProblemAsync(emil.GetAsync($"{Root}?cursor=x"))).ShouldBe((422, "cursor_invalid"));
    }

    [Fact]
    public async Task A_file_goes_out_and_comes_in()
    {
        var template = await host.Client.CreateTemplateAsync("Filed", "Hello {{name}}", new { tags = new[] { "mail" } });
        var yaml = await host.Client.GetStringAsync($"{Path(template)}/export");

        using var unchanged = await ImportAsync(yaml);
        using var changed = await ImportAsync(yaml.Replace("Hello", "Welcome"));
        using var added = await ImportAsync(yaml.Replace("Filed", "Filed anew"));
        var broken = await ProblemAsync(ImportAsync("name: ["));

        (await ReadAsync(unchanged)).GetProperty("current").GetProperty("content").GetString().ShouldBe("Hello {{name}}");
        var after = await ReadAsync(changed);
        after.GetProperty("template").GetProperty("id").GetGuid().ShouldBe(template.GetProperty("template").GetProperty("id").GetGuid());
        after.GetProperty("is_new_version").GetBoolean().ShouldBeTrue();
        (await ReadAsync(added)).GetProperty("template").GetProperty("version").GetInt32().ShouldBe(1);
        broken.ShouldBe((422, "template_file_invalid"));
    }

    [Fact]
    public async Task Others_templates_are_not_found_by_any_path()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var path = Path(await anna.CreateTemplateAsync("Secret", "one"));

        var answers = new[]
        {
            await ben.GetAsync(path), await ben.GetAsync($"{path}/versions"), await ben.GetAsync($"{path}/versions/1"),
            await ben.GetAsync($"{path}/diff?from=1&to=1"), await ben.GetAsync($"{path}/export"), await ben.DeleteAsync(path),
            await ben.PostAsync($"{path}/restore/1", null), await ben.PostAsync($"{path}/undelete", null),
            await ben.PatchAsJsonAsync(path, new { revision = 1, name = "Mine" }), await ben.PutAsJsonAsync($"{path}/labels/staging", new { version = 1 }),
            await ben.DeleteAsync($"{path}/labels/staging"),
        };

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.NotFound);
        (await ben.GetJsonAsync(Root)).GetProperty("data").EnumerateArray().ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> ImportAsync(string yaml)
    {
        using var content = new StringContent(yaml, Encoding.UTF8, "application/yaml");
        return await host.Client.PostAsync($"{Root}/import", content);
    }

    private static (string?, int, bool) Label(JsonElement saved)
    {
        var label = saved.GetProperty("template").GetProperty("labels").EnumerateArray().Single();
        return (label.GetProperty("name").GetString(), label.GetProperty("version").GetInt32(), label.GetProperty("is_protected").GetBoolean());
    }
}
