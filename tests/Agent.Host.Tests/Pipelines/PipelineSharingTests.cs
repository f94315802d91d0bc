using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineSharingTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Pipelines = "/api/v1/pipelines";

    [Fact]
    public async Task A_pipeline_is_shared_only_with_templates_that_all_can_see()
    {
        using var anna = await host.SignInAsync("anna");
        var hidden = await anna.CreateTemplateAsync("Hidden step", "Hi");
        var pipeline = await CreateAsync(anna, "Half shared", hidden);

        using var refused = await ShareAsync(anna, pipeline);
        await anna.ChangeTemplateAsync(hidden, new { sharing = "team" });
        using var shared = await ShareAsync(anna, pipeline);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReadAsync(refused)).GetProperty("errors").GetProperty("sharing")[0].GetString()!.ShouldContain("Share Hidden step with the team first");
        (await ReadAsync(shared)).GetProperty("sharing").GetString().ShouldBe("team");
    }

    [Fact]
    public async Task Others_read_and_run_what_is_shared_and_do_not_change_it()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Shared step", "Hi", new { sharing = "team" });
        var pipeline = await CreateAsync(anna, "Shared", template, "team");
        var path = Path(pipeline);

        using var run = await ben.PostAsJsonAsync($"{path}/run", new { inputs = new { } });

        (await ReadAsync(run.EnsureSuccessStatusCode())).GetProperty("status").GetString().ShouldBe("completed");
        (await ben.GetJsonAsync(path)).GetProperty("owner").GetString().ShouldBe("anna");
        Texts((await ben.GetJsonAsync($"{Pipelines}?owner=team")).GetProperty("data"), "name").ShouldContain("Shared");
        (await ben.GetJsonAsync($"{Pipelines}?owner=me")).GetProperty("data").GetArrayLength().ShouldBe(0);
        (await ProblemAsync(ben.PatchAsJsonAsync(path, new { revision = 1, name = "Mine" }))).ShouldBe((403, "not_owner"));
        (await ProblemAsync(ben.DeleteAsync(path))).ShouldBe((403, "not_owner"));
        (await ProblemAsync(ben.GetAsync($"{Pipelines}?owner=nobody"))).ShouldBe((422, "owner_invalid"));
    }

    [Fact]
    public async Task A_template_that_is_private_again_is_not_leaked_by_a_shared_pipeline()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Taken back", "Secret words", new { sharing = "team" });
        var pipeline = await CreateAsync(anna, "Leaky", template, "team");

        await anna.ChangeTemplateAsync(template, new { sharing = "private" });
        using var run = await ben.PostAsJsonAsync($"{Path(pipeline)}/run", new { inputs = new { } });
        var estimate = await ben.PostAsJsonAsync($"{Path(pipeline)}/estimate", new { inputs = new { } });

        run.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var answer in new[] { run, estimate, await ben.GetAsync(Path(pipeline)) })
        {
            var text = await answer.Content.ReadAsStringAsync();
            text.ShouldNotContain("Taken back");
            text.ShouldNotContain("Secret words");
        }
    }

    [Fact]
    public async Task What_is_private_again_is_gone_for_the_others_but_their_runs_stay()
    {
        using var anna = await host.SignInAsync("anna");
        using var ben = await host.SignInAsync("ben");
        var template = await anna.CreateTemplateAsync("Step for a while", "Hi", new { sharing = "team" });
        var pipeline = await CreateAsync(anna, "Shared for a while", template, "team");
        using var run = await ben.PostAsJsonAsync($"{Path(pipeline)}/run", new { inputs = new { } });
        var id = (await ReadAsync(run)).GetProperty("id").GetString();

        using var unshared = await ShareAsync(anna, pipeline, "private");

        unshared.EnsureSuccessStatusCode();
        (await ProblemAsync(ben.GetAsync(Path(pipeline)))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(ben.DeleteAsync(Path(pipeline)))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(ben.PostAsJsonAsync($"{Path(pipeline)}/run", new { inputs = new { } }))).ShouldBe((404, "pipeline_not_found"));
        (await ben.GetJsonAsync($"/api/v1/runs/{id}")).GetProperty("status").GetString().ShouldBe("completed");
        (await ProblemAsync(anna.GetAsync($"/api/v1/runs/{id}"))).ShouldBe((404, "run_not_found"));
    }

    private static async Task<JsonElement> CreateAsync(HttpClient client, string name, JsonElement template, string? sharing = null)
    {
        var steps = new[] { new { name = "only", kind = "template", template_id = template.GetProperty("template").GetProperty("id").GetString(), output = "said" } };
        using var response = await client.PostAsJsonAsync(Pipelines, new { name, steps, sharing });
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    private static Task<HttpResponseMessage> ShareAsync(HttpClient client, JsonElement pipeline, string sharing = "team") =>
        client.PatchAsJsonAsync(Path(pipeline), new { revision = pipeline.GetProperty("revision").GetInt32(), sharing });

    private static string Path(JsonElement pipeline) => $"{Pipelines}/{pipeline.GetProperty("id").GetString()}";
}
