using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Evaluations.EvaluationCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Evaluations;

public sealed class LabelGateTests(HostFixture host) : IClassFixture<HostFixture>
{
    private HttpClient Client => host.Client;

    private Task<HttpResponseMessage> PutAsync(JsonElement template, object body) => Client.PutAsJsonAsync($"{TemplateCalls.Path(template)}/labels/live", body);

    private static JsonElement Label(JsonElement saved) => saved.GetProperty("template").GetProperty("labels")[0];

    [Fact]
    public async Task A_gated_label_moves_only_to_a_version_that_passed_the_dataset_as_it_is_now()
    {
        var dataset = await Client.NumbersAsync(2);
        var template = await Client.EchoAsync();
        using var placed = await PutAsync(template, new { version = 1 });
        using var gated = await PutAsync(template, new { version = 1, gate_dataset_id = Id(dataset) });
        await Client.ChangeTemplateAsync(await ReadAsync(gated), new { content = "Say: {{n}}" });

        using var untested = await PutAsync(template, new { version = 2 });
        await Client.EvaluateAsync(dataset, template, new { version = 2 });
        using var tested = await PutAsync(template, new { version = 2 });
        await Client.AddRowsAsync(dataset, new { variables = new { n = "x" }, expected = "never said" });
        using var outdated = await PutAsync(template, new { version = 1 });
        var failed = await Client.EvaluateAsync(dataset, template, new { version = 1 });
        using var notPassed = await PutAsync(template, new { version = 1 });

        var problem = await ReadAsync(untested);
        ((int)untested.StatusCode, problem.GetProperty("code").GetString()).ShouldBe((409, "label_gate"));
        problem.GetProperty("detail").GetString()!.ShouldContain($"POST /api/v1/datasets/{Id(dataset)}/evaluations with template_id {TemplateId(template)} and version 2");
        var label = Label(await ReadAsync(tested));
        (Number(label, "version"), label.GetProperty("gate_dataset_id").GetGuid()).ShouldBe((2, Id(dataset)));
        (await ReadAsync(outdated)).GetProperty("code").GetString().ShouldBe("label_gate");
        failed.GetProperty("pass").GetBoolean().ShouldBeFalse();
        (await ReadAsync(notPassed)).GetProperty("detail").GetString()!.ShouldContain("passed 2 of 3 rows");
    }

    [Fact]
    public async Task A_gate_is_lifted_in_a_step_of_its_own()
    {
        var dataset = await Client.NumbersAsync(1);
        var template = await Client.EchoAsync();
        using var placed = await PutAsync(template, new { version = 1 });
        using var gated = await PutAsync(template, new { version = 1, gate_dataset_id = Id(dataset) });
        await Client.ChangeTemplateAsync(await ReadAsync(gated), new { content = "Say: {{n}}" });

        (await ProblemAsync(PutAsync(template, new { version = 2, gate_dataset_id = "" }))).ShouldBe((409, "label_gate"));
        using var lifted = await PutAsync(template, new { version = 1, gate_dataset_id = "" });
        using var moved = await PutAsync(template, new { version = 2 });

        Label(await ReadAsync(lifted)).GetProperty("gate_dataset_id").ValueKind.ShouldBe(JsonValueKind.Null);
        Number(Label(await ReadAsync(moved)), "version").ShouldBe(2);
    }

    [Fact]
    public async Task A_new_label_with_a_gate_needs_a_version_that_passed()
    {
        var dataset = await Client.NumbersAsync(1);
        var template = await Client.EchoAsync();

        var before = await ProblemAsync(PutAsync(template, new { version = 1, gate_dataset_id = Id(dataset) }));
        await Client.EvaluateAsync(dataset, template);
        using var after = await PutAsync(template, new { version = 1, gate_dataset_id = Id(dataset) });

        before.ShouldBe((409, "label_gate"));
        Label(await ReadAsync(after)).GetProperty("gate_dataset_id").GetGuid().ShouldBe(Id(dataset));
    }

    [Fact]
    public async Task A_gate_is_a_dataset_that_one_sees()
    {
        var template = await Client.EchoAsync();
        var dataset = await Client.NumbersAsync(1);
        using var placed = await PutAsync(template, new { version = 1 });

        (await ProblemAsync(PutAsync(template, new { version = 1, gate_dataset_id = "x" }))).ShouldBe((422, "template_invalid"));
        (await ProblemAsync(PutAsync(template, new { version = 1, gate_dataset_id = Guid.NewGuid() }))).ShouldBe((422, "template_invalid"));
        using var gated = await PutAsync(template, new { version = 1, gate_dataset_id = Id(dataset) });
        await Client.ChangeTemplateAsync(await ReadAsync(gated), new { content = "Say: {{n}}" });
        using var deleted = await Client.DeleteAsync(DatasetCalls.Place(dataset));
        using var gone = await PutAsync(template, new { version = 2 });
        (await ReadAsync(gone)).GetProperty("detail").GetString()!.ShouldContain("not there any more");
    }
}
