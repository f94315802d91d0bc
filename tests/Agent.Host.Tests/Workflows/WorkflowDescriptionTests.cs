using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Workflows;

public sealed class WorkflowDescriptionTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task Every_tool_is_an_operation_of_its_own_with_its_arguments()
    {
        var tools = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/workflows");
        var paths = (await DocumentAsync()).GetProperty("paths");

        foreach (var tool in tools.GetProperty("data").EnumerateArray())
        {
            var name = tool.GetProperty("name").GetString()!;
            var operation = paths.GetProperty($"/api/v1/workflows/{name}").GetProperty("post");
            operation.GetProperty("operationId").GetString().ShouldBe(name);
            Names(operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"))
                .ShouldBe(Names(tool.GetProperty("arguments")));
            Names(tool.GetProperty("arguments")).ShouldNotContain("commentary");
        }
    }

    [Fact]
    public async Task The_result_of_a_tool_is_described_with_its_members()
    {
        var described = await new DescribedResult(host.Client).MembersAsync("top_offers");

        described.ShouldBe(["ranked", "left_out", "is_complete", "below"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_only_reads_and_what_writes_is_told()
    {
        var tools = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/workflows");

        tools.GetProperty("data").EnumerateArray().Where(tool => tool.GetProperty("effect").GetString() == "write")
            .Select(tool => tool.GetProperty("name").GetString()).ShouldContain("tracking_link");
    }

    [Fact]
    public async Task What_a_step_of_a_pipeline_may_call_is_told_as_the_check_of_pipelines_has_it()
    {
        var tools = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/workflows");

        foreach (var tool in tools.GetProperty("data").EnumerateArray())
        {
            var name = tool.GetProperty("name").GetString();
            using var response = await host.Client.PostAsJsonAsync("/api/v1/pipelines/check", new { name = "Any", steps = new[] { new { name = "step", kind = "tool", tool = name } } });
            var found = await response.Content.ReadFromJsonAsync<JsonElement>();
            var isRefused = found.GetProperty("problems").EnumerateArray().Any(problem => problem.GetProperty("field").GetString() == "steps[0].tool");
            tool.GetProperty("in_pipelines").GetBoolean().ShouldBe(!isRefused, name);
        }
    }

    private Task<JsonElement> DocumentAsync() => host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

    private static string[] Names(JsonElement schema) =>
        schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(property => property.Name)] : [];
}
