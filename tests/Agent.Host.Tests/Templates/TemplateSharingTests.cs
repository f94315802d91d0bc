using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Executions;
using PromptLab.Host.Tests.Hosting;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Templates;

public sealed class TemplateSharingTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Others_read_and_run_what_is_shared()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Shared and run", "Hi {{name}}", new { sharing = "team" });

        var read = await ben.GetJsonAsync(Path(template));
        var run = await ben.ExecuteAsync(template, new { variables = new { name = "Ben" } });
        using var compared = await ben.PostAsJsonAsync($"{Path(template)}/compare", new { variables = new { name = "Ben" }, runs = new object[] { new { }, new { version = 1 } } });
        var answers = await Task.WhenAll(
            ben.GetAsync($"{Path(template)}/versions"), ben.GetAsync($"{Path(template)}/versions/1"), ben.GetAsync($"{Path(template)}/diff?from=1&to=1"),
            ben.GetAsync($"{Path(template)}/export"));

        var summary = read.GetProperty("template");
        (summary.GetProperty("sharing").GetString(), summary.GetProperty("owner").GetString()).ShouldBe(("team", "anna"));
        Text(run, "status").ShouldBe("completed");
        compared.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_the_owner_changes_what_is_shared()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Shared, not given", "Hi", new { sharing = "team" });
        var path = Path(template);

        var refused = new[]
        {
            await ProblemAsync(ben.PatchAsJsonAsync(path, new { revision = 1, content = "Mine" })),
            await ProblemAsync(ben.PatchAsJsonAsync(path, new { revision = 1, sharing = "private" })),
            await ProblemAsync(ben.DeleteAsync(path)),
            await ProblemAsync(ben.PostAsync($"{path}/restore/1", null)),
            await ProblemAsync(ben.PutAsJsonAsync($"{path}/labels/staging", new { version = 1 })),
            await ProblemAsync(ben.PutAsJsonAsync($"{path}/labels/staging", new { version = 9 })),
            await ProblemAsync(ben.DeleteAsync($"{path}/labels/staging")),
        };

        refused.Distinct().ShouldBe([(403, "not_owner")]);
        (await anna.GetJsonAsync(path)).GetProperty("template").GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_was_run_stays_with_whoever_ran_it()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Shared for a while", "Hi {{name}}", new { sharing = "team" });
        var id = Id(await ben.ExecuteAsync(template, new { variables = new { name = "Ben" } }));

        await anna.ChangeTemplateAsync(template, new { sharing = "private" });
        var stays = await ben.GetJsonAsync($"{RunsPath}/{id}");
        var again = await ProblemAsync(ben.PostAsJsonAsync($"{RunsPath}/{id}/rerun", new { }));
        var others = await ProblemAsync(anna.GetAsync($"{RunsPath}/{id}"));
        await anna.DeleteAsync(Path(template));
        var deleted = await ben.GetJsonAsync($"{RunsPath}/{id}");

        stays.GetProperty("prompt").GetString().ShouldBe("Hi Ben");
        again.ShouldBe((404, "template_not_found"));
        others.ShouldBe((404, "execution_not_found"));
        deleted.GetProperty("output").GetString().ShouldBe(stays.GetProperty("output").GetString());
    }

    [Fact]
    public async Task What_is_private_cannot_be_told_from_what_is_not_there()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Kept", "Secret {{name}}", new { sharing = "team" });
        await anna.ChangeTemplateAsync(template, new { sharing = "private" });
        var missing = $"{Root}/{Guid.CreateVersion7()}";

        foreach (var (method, path, body) in Calls)
        {
            var kept = await AnswerAsync(ben, method, Path(template) + path, body);
            var none = await AnswerAsync(ben, method, missing + path, body);

            kept.Status.ShouldBe(404, path);
            kept.ShouldBe(none, path);
        }
    }

    [Fact]
    public async Task Lists_tell_own_from_shared_ones()
    {
        using var anna = await host.SignInAsync("lister-anna");
        using var ben = await host.SignInAsync("lister-ben");
        var template = await anna.CreateTemplateAsync("Listed and shared", "Hi", new { sharing = "team", tags = new[] { "listed" } });
        await anna.CreateTemplateAsync("Listed and private", "Hi", new { tags = new[] { "listed" } });
        await ben.CreateTemplateAsync("Ben's own", "Hi", new { tags = new[] { "listed" } });

        Texts((await ben.GetJsonAsync($"{Root}?tag=listed")).GetProperty("data"), "name").ShouldBe(["Ben's own", "Listed and shared"]);
        Texts((await ben.GetJsonAsync($"{Root}?tag=listed&owner=me")).GetProperty("data"), "name").ShouldBe(["Ben's own"]);
        Texts((await ben.GetJsonAsync($"{Root}?tag=listed&owner=team")).GetProperty("data"), "owner").ShouldBe(["lister-anna"]);
        (await ProblemAsync(ben.GetAsync($"{Root}?owner=nobody"))).ShouldBe((422, "owner_invalid"));
        (await ProblemAsync(ben.PostAsJsonAsync(Root, new { name = "x", content = "y", sharing = "all" }))).ShouldBe((422, "template_invalid"));
        await anna.ChangeTemplateAsync(template, new { sharing = "private" });
    }

    private static IEnumerable<(HttpMethod Method, string Path, object? Body)> Calls =>
    [
        (HttpMethod.Get, "", null), (HttpMethod.Get, "/versions", null), (HttpMethod.Get, "/versions/1", null), (HttpMethod.Get, "/diff?from=1&to=1", null),
        (HttpMethod.Get, "/export", null), (HttpMethod.Patch, "", new { revision = 1, sharing = "team" }), (HttpMethod.Delete, "", null),
        (HttpMethod.Post, "/undelete", null), (HttpMethod.Post, "/restore/1", null), (HttpMethod.Put, "/labels/staging", new { version = 1 }),
        (HttpMethod.Delete, "/labels/staging", null), (HttpMethod.Post, "/execute", new { variables = new { } }),
        (HttpMethod.Post, "/compare", new { runs = new object[] { new { }, new { version = 1 } } }),
    ];

    private static async Task<(int Status, string? Code, string? Detail)> AnswerAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await client.SendAsync(request);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        return ((int)response.StatusCode, problem.GetProperty("code").GetString(), problem.GetProperty("detail").GetString());
    }
}
