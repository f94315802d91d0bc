using System.Net;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class TemplateUsageTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_template_says_which_pipelines_use_it_and_which_of_them_a_change_touches()
    {
        var template = await host.Client.CreateTemplateAsync("Used", "Hi");
        await host.Client.CreatePipelineAsync("Uses it newest", [], Step("a", template));
        await host.Client.CreatePipelineAsync("Uses it pinned", [], new { name = "a", template_id = TemplateId(template), version = 1 }, Step("b", await host.Client.CreateTemplateAsync("Beside", "Hi")));

        var usage = await host.Client.GetJsonAsync($"{TemplateCalls.Path(template)}/usage");
        var read = await host.Client.GetJsonAsync(TemplateCalls.Path(template));
        var changed = await host.Client.ChangeTemplateAsync(template, new { content = "Ho" });

        usage.GetProperty("pipelines").EnumerateArray().Select(use => (Said(use, "name"), Said(use.GetProperty("steps")[0], "name"), Version(use)))
            .ShouldBe([("Uses it newest", "a", null), ("Uses it pinned", "a", 1)]);
        usage.GetProperty("datasets").GetArrayLength().ShouldBe(0);
        foreach (var dto in new[] { read, changed })
        {
            dto.GetProperty("used_in").EnumerateArray().Select(use => (Said(use, "name"), use.GetProperty("follows_newest").GetBoolean()))
                .ShouldBe([("Uses it newest", true), ("Uses it pinned", false)]);
        }
    }

    [Fact]
    public async Task A_template_in_use_is_deleted_by_force_only()
    {
        var template = await host.Client.CreateTemplateAsync("Guarded", "Hi");
        await host.Client.CreatePipelineAsync("Guarding", [], Step("a", template));

        using var guarded = await host.Client.DeleteAsync(TemplateCalls.Path(template));
        var problem = await ReadAsync(guarded);
        var stays = await host.Client.GetAsync(TemplateCalls.Path(template));
        using var forced = await host.Client.DeleteAsync($"{TemplateCalls.Path(template)}?force=true");

        guarded.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Said(problem, "code").ShouldBe("template_in_use");
        Said(problem, "detail")!.ShouldStartWith("The template is used in 1 pipeline (Guarding).");
        Texts(problem.GetProperty("usage").GetProperty("pipelines"), "name").ShouldBe(["Guarding"]);
        (stays.StatusCode, forced.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.NoContent));
    }

    [Fact]
    public async Task A_template_whose_pipeline_is_deleted_is_free()
    {
        var template = await host.Client.CreateTemplateAsync("Freed", "Hi");
        var pipeline = await host.Client.CreatePipelineAsync("Freeing", [], Step("a", template));
        (await host.Client.DeleteAsync(PipelinePath(pipeline))).Dispose();

        using var deleted = await host.Client.DeleteAsync(TemplateCalls.Path(template));

        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Pipelines_of_others_are_counted_and_not_named()
    {
        var template = await host.Client.CreateTemplateAsync("Shared with users", "Hi", new { sharing = "team" });
        using var colleague = await host.SignInAsync("colleague-of-usage");
        await colleague.CreatePipelineAsync("Secret of a colleague", [], Step("a", template));

        var usage = await host.Client.GetJsonAsync($"{TemplateCalls.Path(template)}/usage");
        var deletion = await ProblemAsync(host.Client.DeleteAsync(TemplateCalls.Path(template)));

        (usage.GetProperty("pipelines").GetArrayLength(), usage.GetProperty("others_pipelines").GetInt32()).ShouldBe((0, 1));
        usage.ToString().ShouldNotContain("Secret");
        deletion.ShouldBe((409, "template_in_use"));
        (await ProblemAsync(colleague.DeleteAsync(TemplateCalls.Path(template)))).ShouldBe((403, "not_owner"));
    }

    [Fact]
    public async Task The_usage_of_a_template_that_one_does_not_see_is_not_found()
    {
        var template = await host.Client.CreateTemplateAsync("Hidden usage", "Hi");
        using var stranger = await host.SignInAsync("stranger-of-usage");

        (await ProblemAsync(stranger.GetAsync($"{TemplateCalls.Path(template)}/usage"))).ShouldBe((404, "template_not_found"));
    }

    private static int? Version(JsonElement use) => use.GetProperty("steps")[0].GetProperty("version") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
