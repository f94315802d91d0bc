using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Datasets.DatasetCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Datasets;

public sealed class DatasetEndpointTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static string Unique(string name) => $"{name} {Guid.NewGuid()}";

    [Fact]
    public async Task A_dataset_is_saved_and_read_again()
    {
        var template = await host.Client.CreateTemplateAsync(Unique("Capitals"), "The capital of {{country}}?");
        var id = template.GetProperty("template").GetProperty("id").GetGuid();
        object[] evaluators =
        [
            new { kind = "exact", ignore_case = true },
            new { name = "close", kind = "numeric", value = 12.5, tolerance = "5%", weight = 2, required = false },
            new { name = "near", kind = "numeric", tolerance = 0.5 },
            new { name = "shape", kind = "json_schema", schema = new { type = "object" } },
            new { name = "tone", kind = "judge", judge = new { criteria = "Friendly.", pass_mark = 0.8 } },
        ];

        var name = Unique("Capitals");
        using var response = await host.Client.PostAsJsonAsync(DatasetsPath, new { name, template_id = id, threshold = 0.9, evaluators });
        var read = await host.Client.GetJsonAsync(response.Headers.Location!.ToString());

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (read.GetProperty("name").GetString(), read.GetProperty("template_id").GetGuid(), read.GetProperty("threshold").GetDouble()).ShouldBe((name, id, 0.9));
        (read.GetProperty("rows").GetInt32(), read.GetProperty("revision").GetInt32(), read.GetProperty("sharing").GetString()).ShouldBe((0, 1, "private"));
        var saved = read.GetProperty("evaluators");
        Texts(saved, "name").ShouldBe(["exact", "close", "near", "shape", "tone"]);
        (saved[1].GetProperty("value").GetString(), saved[1].GetProperty("tolerance").GetString(), saved[2].GetProperty("tolerance").GetDouble()).ShouldBe(("12.5", "5%", 0.5));
        (saved[0].GetProperty("required").GetBoolean(), saved[1].GetProperty("required").GetBoolean(), saved[1].GetProperty("weight").GetDouble()).ShouldBe((true, false, 2));
        (saved[3].GetProperty("schema").GetProperty("type").GetString(), saved[4].GetProperty("judge").GetProperty("pass_mark").GetDouble()).ShouldBe(("object", 0.8));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var response = await host.Client.PostAsJsonAsync(DatasetsPath, new
        {
            name = "",
            threshold = 2,
            sharing = "world",
            template_id = Guid.NewGuid(),
            evaluators = new object?[] { new { kind = "regex", value = "(" }, null },
        });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ReadAsync(response);
        problem.GetProperty("code").GetString().ShouldBe("dataset_invalid");
        problem.GetProperty("errors").EnumerateObject().Select(field => field.Name)
            .ShouldBe(["name", "threshold", "sharing", "evaluators[0].value", "evaluators[1].name", "evaluators[1].kind", "template_id"]);
    }

    [Fact]
    public async Task A_change_keeps_what_it_does_not_name_and_a_stale_one_is_refused()
    {
        var dataset = await host.Client.CreateDatasetAsync(Unique("Kept"), new { description = "first", threshold = 0.5 });

        using var changed = await host.Client.PatchAsJsonAsync(Place(dataset), new { revision = 1, evaluators = new[] { new { kind = "contains" } } });
        using var renamed = await host.Client.PatchAsJsonAsync(Place(dataset), new { description = "second", template_id = "" });
        var stale = await ProblemAsync(host.Client.PatchAsJsonAsync(Place(dataset), new { revision = 1, description = "third" }));
        var wrong = await ProblemAsync(host.Client.PatchAsJsonAsync(Place(dataset), new { template_id = "none" }));

        (await ReadAsync(changed)).GetProperty("revision").GetInt32().ShouldBe(2);
        var last = await ReadAsync(renamed);
        (last.GetProperty("revision").GetInt32(), last.GetProperty("description").GetString(), last.GetProperty("threshold").GetDouble()).ShouldBe((2, "second", 0.5));
        stale.ShouldBe((409, "dataset_changed"));
        wrong.ShouldBe((422, "dataset_invalid"));
    }

    [Fact]
    public async Task Rows_are_added_changed_and_removed()
    {
        var dataset = await host.Client.CreateDatasetAsync(
            Unique("Rows"), null, new { variables = new { n = 1, b = true }, expected = 2, note = "why" }, new { variables = new { n = "2" }, expected = new { k = 1 } });
        var rows = await host.Client.RowsAsync(dataset);

        using var changed = await host.Client.PatchAsJsonAsync($"{Place(dataset)}/rows/{rows[0].GetProperty("id")}", new { expected = (string?)null });
        using var kept = await host.Client.PatchAsJsonAsync($"{Place(dataset)}/rows/{rows[1].GetProperty("id")}", new { variables = new { m = "3" } });
        var after = await host.Client.RowsAsync(dataset);
        using var removed = await host.Client.DeleteAsync($"{Place(dataset)}/rows/{rows[0].GetProperty("id")}");

        rows[0].GetProperty("variables").GetRawText().ShouldBe("""{"n":"1","b":"true"}""");
        rows[0].GetProperty("expected").GetString().ShouldBe("2");
        (after[0].GetProperty("expected").ValueKind, after[0].GetProperty("note").GetString()).ShouldBe((JsonValueKind.Null, "why"));
        (after[1].GetProperty("variables").GetRawText(), after[1].GetProperty("expected").GetRawText()).ShouldBe(("""{"m":"3"}""", """{"k":1}"""));
        var last = await ReadAsync(removed);
        (last.GetProperty("rows").GetInt32(), last.GetProperty("revision").GetInt32()).ShouldBe((1, 5));
        (await ProblemAsync(host.Client.DeleteAsync($"{Place(dataset)}/rows/{rows[0].GetProperty("id")}"))).ShouldBe((404, "dataset_row_not_found"));
        (await ProblemAsync(host.Client.PatchAsJsonAsync($"{Place(dataset)}/rows/{rows[0].GetProperty("id")}", new { note = "x" }))).ShouldBe((404, "dataset_row_not_found"));
    }

    [Fact]
    public async Task Rows_that_cannot_be_saved_are_told_with_their_place()
    {
        var dataset = await host.Client.CreateDatasetAsync(Unique("Bad rows"));

        using var response = await host.Client.PostAsJsonAsync($"{Place(dataset)}/rows", new object?[] { new { variables = new { a = 1 } }, new { variables = new Dictionary<string, int> { ["b c"] = 1 } }, null });

        (await ReadAsync(response)).GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["[1]", "[2]"]);
        (await ProblemAsync(host.Client.PostAsJsonAsync($"{Place(dataset)}/rows", Array.Empty<object>()))).ShouldBe((422, "dataset_invalid"));
        (await host.Client.RowsAsync(dataset)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Names_are_unique_and_what_is_deleted_comes_back()
    {
        var name = Unique("Twice");
        var dataset = await host.Client.CreateDatasetAsync(name);

        var taken = await ProblemAsync(host.Client.PostAsJsonAsync(DatasetsPath, new { name = name.ToUpperInvariant() }));
        using var deleted = await host.Client.DeleteAsync(Place(dataset));
        var gone = await ProblemAsync(host.Client.GetAsync(Place(dataset)));
        var listed = await host.Client.GetJsonAsync($"{DatasetsPath}?deleted=true&search={name}");
        using var back = await host.Client.PostAsync($"{Place(dataset)}/undelete", null);

        taken.ShouldBe((409, "dataset_name_taken"));
        deleted.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        gone.ShouldBe((404, "dataset_not_found"));
        Texts(listed.GetProperty("data"), "name").ShouldBe([name]);
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ProblemAsync(host.Client.PostAsync($"{Place(dataset)}/undelete", null))).ShouldBe((404, "dataset_not_found"));
    }

    [Fact]
    public async Task Another_user_finds_nothing_of_it_until_it_is_shared_and_changes_nothing_then()
    {
        var dataset = await host.Client.CreateDatasetAsync(Unique("Mine"), null, new { variables = new { a = 1 } });
        var row = (await host.Client.RowsAsync(dataset))[0].GetProperty("id");
        using var other = await host.SignInAsync($"other-{Guid.NewGuid()}");
        (int, string?) missing = (404, "dataset_not_found");

        (await ProblemAsync(other.GetAsync(Place(dataset)))).ShouldBe(missing);
        (await ProblemAsync(other.GetAsync($"{Place(dataset)}/rows"))).ShouldBe(missing);
        (await ProblemAsync(other.GetAsync($"{Place(dataset)}/export"))).ShouldBe(missing);
        (await ProblemAsync(other.PatchAsJsonAsync(Place(dataset), new { name = "Theirs" }))).ShouldBe(missing);
        (await ProblemAsync(other.DeleteAsync(Place(dataset)))).ShouldBe(missing);
        (await ProblemAsync(other.PostAsJsonAsync($"{Place(dataset)}/rows", new[] { new { expected = "x" } }))).ShouldBe(missing);
        (await ProblemAsync(other.PatchAsJsonAsync($"{Place(dataset)}/rows/{row}", new { note = "x" }))).ShouldBe(missing);
        (await ProblemAsync(other.DeleteAsync($"{Place(dataset)}/rows/{row}"))).ShouldBe(missing);
        (await ProblemAsync(other.ImportAsync(dataset, "a\n1\n"))).ShouldBe(missing);

        using var shared = await host.Client.PatchAsJsonAsync(Place(dataset), new { sharing = "team" });
        (await other.RowsAsync(dataset)).Count.ShouldBe(1);
        (await ProblemAsync(other.PatchAsJsonAsync(Place(dataset), new { name = "Theirs" }))).ShouldBe((403, "not_owner"));
        (await ProblemAsync(other.DeleteAsync(Place(dataset)))).ShouldBe((403, "not_owner"));
        (await ProblemAsync(other.ImportAsync(dataset, "a\n1\n"))).ShouldBe((403, "not_owner"));
        (await ProblemAsync(other.PatchAsJsonAsync($"{Place(dataset)}/rows/{row}", new { note = "x" }))).ShouldBe((403, "not_owner"));
    }

    [Theory]
    [InlineData("?limit=0", "limit_invalid"), InlineData("?owner=you", "owner_invalid"), InlineData("?cursor=x", "cursor_invalid")]
    public async Task A_list_says_what_it_cannot_take(string query, string code) =>
        (await ProblemAsync(host.Client.GetAsync(DatasetsPath + query))).ShouldBe((422, code));
}
