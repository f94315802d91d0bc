using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Executions;

public sealed class ComparisonTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task Versions_and_models_run_with_the_same_values_and_are_shown_side_by_side()
    {
        host.Model.Always(request => ModelReply.Says($"It says: {request.LastText}"));
        var template = await NewAsync("Write a short mail to {{name}}");
        await host.Client.ChangeTemplateAsync(template, new { content = "Write a long mail to {{name}}" });

        using var started = await host.Client.PostAsJsonAsync($"{Path(template)}/compare", new
        {
            variables = new { name = "Ann" },
            runs = new object[] { new { version = 1 }, new { version = 2 }, new { version = 2, provider = "offline" } },
        });
        var runs = (await ReadAsync(started)).GetProperty("executions");
        foreach (var id in Texts(runs, "id"))
        {
            (await host.Client.FollowAsync(id!)).Last.GetProperty("type").GetString().ShouldBe("RUN_FINISHED");
        }

        var compared = await host.Client.GetJsonAsync(started.Headers.Location!.ToString());

        started.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        compared.GetProperty("outputs").EnumerateArray().Take(2).Select(text => text.GetString())
            .ShouldBe(["It says: Write a short mail to Ann", "It says: Write a long mail to Ann"]);
        Texts(compared.GetProperty("differences")[0], "text").ShouldBe(["It says: Write a ", "short", "long", " mail to Ann"]);
        compared.GetProperty("differences").GetArrayLength().ShouldBe(2);
        Texts(compared.GetProperty("executions"), "provider").ShouldBe(["scripted", "scripted", "offline"]);
    }

    [Fact]
    public async Task Where_one_run_cannot_start_none_does()
    {
        var template = await NewAsync("Hi {{name}}");

        using var response = await host.Client.PostAsJsonAsync($"{Path(template)}/compare", new { runs = new object[] { new { }, new { provider = "nobody" } } });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReadAsync(response)).GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(["variables.name", "runs[1].provider"]);
        var list = await host.Client.GetJsonAsync($"{RunsPath}?template_id={template.GetProperty("template").GetProperty("id").GetString()}");
        list.GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"runs":[{}]}""", 422, "runs_invalid")]
    [InlineData("""{"runs":[{},{"version":1,"label":"x"}]}""", 422, "runs_invalid")]
    [InlineData("""{"runs":[{},{"version":9}]}""", 404, "template_version_not_found")]
    public async Task What_cannot_be_compared_says_why(string body, int status, string code)
    {
        var template = await NewAsync("Hi");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await ProblemAsync(host.Client.PostAsync($"{Path(template)}/compare", content))).ShouldBe((status, code));
    }

    [Theory]
    [InlineData("x,y", 422, "ids_invalid")]
    [InlineData("0194699f-ade0-71fc-a856-a91729f04498", 422, "ids_invalid")]
    [InlineData("0194699f-ade0-71fc-a856-a91729f04498,0194699f-ade0-71fc-a856-a91729f04499", 404, "execution_not_found")]
    public async Task Only_own_executions_are_compared(string ids, int status, string code)
    {
        (await ProblemAsync(host.Client.GetAsync($"{RunsPath}/compare?ids={ids}"))).ShouldBe((status, code));
    }

    private Task<JsonElement> NewAsync(string content) => host.Client.CreateTemplateAsync($"Template {Guid.NewGuid()}", content);
}
