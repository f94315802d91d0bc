using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task A_pipeline_is_saved_and_read_again()
    {
        var template = await host.Client.CreateTemplateAsync("Saved recap", "Recap {{text}}");
        using var response = await host.Client.PostAsJsonAsync(PipelinesRoot, new
        {
            name = " Digest ",
            tags = new[] { "Mail " },
            inputs = new[] { new { name = "period", @default = "last week" } },
            steps = new object[]
            {
                new { name = "figures", kind = "tool", tool = "performance_summary", arguments = new { date_range = "{{period}}", compare = true }, output = "figures" },
                new
                {
                    name = "recap", template_id = TemplateId(template), version = 1, inputs = new { text = "{{figures}}" }, output = "recap",
                    when = new { variable = "figures", @operator = "not_empty" }, parameters = new { temperature = 0.5 },
                },
            },
            output = "recap",
        });

        var read = await host.Client.GetJsonAsync(response.Headers.Location!.ToString());

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (read.GetProperty("name").GetString(), read.GetProperty("revision").GetInt32(), read.GetProperty("sharing").GetString()).ShouldBe(("Digest", 1, "private"));
        read.GetProperty("owner").GetString().ShouldBe(read.GetProperty("created_by").GetString());
        var steps = read.GetProperty("steps");
        steps[0].GetProperty("arguments").GetProperty("compare").GetString().ShouldBe("true");
        (steps[1].GetProperty("kind").GetString(), steps[1].GetProperty("version").GetInt32()).ShouldBe(("template", 1));
        steps[1].GetProperty("when").GetProperty("operator").GetString().ShouldBe("not_empty");
        steps[1].GetProperty("parameters").GetProperty("temperature").GetDouble().ShouldBe(0.5);
    }

    [Theory]
    [InlineData(""), InlineData("/check")]
    public async Task The_steps_of_a_pipeline_that_is_too_long_are_not_looked_at(string path)
    {
        var steps = Enumerable.Range(1, 51).Select(number => new { name = $"step {number}", template_id = Guid.NewGuid() });

        using var response = await host.Client.PostAsJsonAsync($"{PipelinesRoot}{path}", new { name = "Long", steps });

        var problems = (await ReadAsync(response)).GetProperty("problems").EnumerateArray().ToList();
        problems.Select(problem => (problem.GetProperty("field").GetString(), problem.GetProperty("message").GetString())).ShouldBe([("steps", "A pipeline has 1 to 50 steps.")]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_and_nothing_is_saved()
    {
        using var response = await host.Client.PostAsJsonAsync(PipelinesRoot, new
        {
            name = "Broken one",
            inputs = new[] { new { name = "lonely" } },
            steps = new object[]
            {
                new { name = "a", template_id = Guid.NewGuid() }, Tool("b", "tracking_link"), Tool("c", "run_pipeline"), Tool("d", "create_template"),
                Tool("e", "find_offers", new { query = "{{nowhere}}", colour = "red" }),
            },
        });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("pipeline_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(
            ["steps[0].template_id", "steps[1].tool", "steps[2].tool", "steps[3].tool", "steps[4].arguments.colour", "steps[4].arguments.query"], ignoreOrder: true);
        (await host.Client.GetJsonAsync($"{PipelinesRoot}?search=Broken one")).GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_check_tells_problems_and_the_order_and_saves_nothing()
    {
        var template = await host.Client.CreateTemplateAsync("Checked recap", "Recap {{text}}");
        using var response = await host.Client.PostAsJsonAsync($"{PipelinesRoot}/check", new
        {
            name = "Only checked",
            inputs = new[] { new { name = "text" }, new { name = "spare" } },
            steps = new[] { Step("one", template, "one"), Step("two", template, "two"), Step("three", template, "three", new { text = "{{one}} {{two}}" }) },
        });

        var findings = await ReadAsync(response);

        findings.GetProperty("problems").EnumerateArray().Select(problem => (problem.GetProperty("field").GetString(), problem.GetProperty("severity").GetString()))
            .ShouldBe([("inputs[1]", "warning")]);
        findings.GetProperty("order").EnumerateArray().Select(layer => string.Join('+', layer.EnumerateArray())).ShouldBe(["one+two", "three"]);
        (await host.Client.GetJsonAsync($"{PipelinesRoot}?search=Only checked")).GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_template_of_somebody_else_is_as_unknown_as_one_that_does_not_exist()
    {
        using var stranger = await host.SignInAsync("stranger-of-templates");
        var theirs = await stranger.CreateTemplateAsync("Their recap", "Recap {{text}}");

        using var hidden = await host.Client.PostAsJsonAsync(PipelinesRoot, new { name = "Spy", steps = new[] { Step("a", theirs) } });
        using var missing = await host.Client.PostAsJsonAsync(PipelinesRoot, new { name = "Spy", steps = new[] { new { name = "a", template_id = Guid.NewGuid() } } });

        (await ReadAsync(hidden)).GetProperty("errors").ToString().ShouldBe((await ReadAsync(missing)).GetProperty("errors").ToString());
    }

    [Fact]
    public async Task A_pipeline_is_changed_by_whoever_has_read_it_last()
    {
        var template = await host.Client.CreateTemplateAsync("Changed recap", "Recap");
        var saved = await host.Client.CreatePipelineAsync("Changed", [], Step("a", template));

        var changed = await host.Client.ChangePipelineAsync(saved, new { name = "Changed 2", description = "Why" });
        var stale = await host.Client.ChangePipelineAsync(saved, new { name = "Changed 3" });
        var blind = await ProblemAsync(host.Client.PatchAsJsonAsync(PipelinePath(saved), new { name = "x" }));
        var broken = await host.Client.ChangePipelineAsync(changed, new { output = "nothing" });

        (changed.GetProperty("name").GetString(), changed.GetProperty("revision").GetInt32(), changed.GetProperty("steps").GetArrayLength()).ShouldBe(("Changed 2", 2, 1));
        (stale.GetProperty("code").GetString(), stale.GetProperty("revision").GetInt32()).ShouldBe(("pipeline_changed", 2));
        blind.ShouldBe((422, "revision_missing"));
        broken.GetProperty("code").GetString().ShouldBe("pipeline_invalid");
    }

    [Fact]
    public async Task A_name_is_used_once()
    {
        var template = await host.Client.CreateTemplateAsync("Named recap", "Recap");
        await host.Client.CreatePipelineAsync("Named", [], Step("a", template));

        (await ProblemAsync(host.Client.PostAsJsonAsync(PipelinesRoot, new { name = "named", steps = new[] { Step("a", template) } }))).ShouldBe((409, "pipeline_name_taken"));
    }

    [Fact]
    public async Task A_pipeline_is_deleted_and_comes_back()
    {
        var template = await host.Client.CreateTemplateAsync("Deleted recap", "Recap");
        var saved = await host.Client.CreatePipelineAsync("Deleted", [], Step("a", template));

        using var deleted = await host.Client.DeleteAsync(PipelinePath(saved));
        var gone = await ProblemAsync(host.Client.GetAsync(PipelinePath(saved)));
        var listed = await host.Client.GetJsonAsync($"{PipelinesRoot}?deleted=true&template_id={TemplateId(template)}");
        using var back = await host.Client.PostAsync($"{PipelinePath(saved)}/undelete", null);

        (deleted.StatusCode, gone).ShouldBe((HttpStatusCode.NoContent, (404, "pipeline_not_found")));
        Texts(listed.GetProperty("data"), "name").ShouldBe(["Deleted"]);
        (await ReadAsync(back)).GetProperty("deleted_at").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nobody_else_sees_a_pipeline()
    {
        var template = await host.Client.CreateTemplateAsync("Own recap", "Recap");
        var saved = await host.Client.CreatePipelineAsync("Own", [], Step("a", template));
        using var stranger = await host.SignInAsync("stranger-of-pipelines");

        (await ProblemAsync(stranger.GetAsync(PipelinePath(saved)))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(stranger.PatchAsJsonAsync(PipelinePath(saved), new { revision = 1, name = "Mine" }))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(stranger.DeleteAsync(PipelinePath(saved)))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(stranger.PostAsync($"{PipelinePath(saved)}/undelete", null))).ShouldBe((404, "pipeline_not_found"));
        (await stranger.GetJsonAsync(PipelinesRoot)).GetProperty("data").GetArrayLength().ShouldBe(0);
    }
}
