using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Prompts;

public sealed class PromptEndpointTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>, IAsyncLifetime
{
    private readonly DirectoryInfo _prompts = Directory.CreateTempSubdirectory("promptlab-prompts-");

    public async Task InitializeAsync()
    {
        var folder = _prompts.CreateSubdirectory("agent").FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "1.yaml"), "name: agent\ndescription: First.\ntemplate: You help managers.\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "2.yaml"), "name: agent\ndescription: Second.\ntemplate: You help affiliate managers.\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "3.yaml"), "name: agent\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "active"), "2");
        await host.RestartAsync("--Prompts:Directory", _prompts.FullName);
    }

    public Task DisposeAsync()
    {
        _prompts.Delete(recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_version_shows_its_text_its_share_and_what_is_wrong_with_the_files()
    {
        var prompt = (await host.Client.GetJsonAsync("/api/v1/prompts")).GetProperty("data").EnumerateArray().Single();

        prompt.GetProperty("name").GetString().ShouldBe("agent");
        prompt.GetProperty("versions").EnumerateArray().Select(version => (version.GetProperty("version").GetInt32(), version.GetProperty("weight").GetInt32()))
            .ShouldBe([(1, 0), (2, prompt.GetProperty("versions")[1].GetProperty("weight").GetInt32())]);
        prompt.GetProperty("versions")[1].GetProperty("weight").GetInt32().ShouldBeGreaterThan(0);
        prompt.GetProperty("problems")[0].GetProperty("file").GetString().ShouldBe("agent/3.yaml");
    }

    [Fact]
    public async Task Turns_tokens_and_wrong_tool_choices_are_counted_per_version()
    {
        host.Model.Then(ModelReply.Says("[smalltalk] Hello."), ModelReply.Calls("no_such_tool", "{}"), ModelReply.Says("[smalltalk] Sorry."));
        await host.AskAsync("hello");
        await host.AskAsync("hello again");

        var prompt = await host.Client.GetJsonAsync("/api/v1/prompts/agent");

        prompt.GetProperty("versions")[0].GetProperty("usage").GetArrayLength().ShouldBe(0);
        var usage = prompt.GetProperty("versions")[1].GetProperty("usage").EnumerateArray().Single();
        (usage.GetProperty("turns").GetInt64(), usage.GetProperty("turns_with_tool_errors").GetInt64(), usage.GetProperty("tool_error_rate").GetDouble()).ShouldBe((2, 1, 0.5));
        usage.GetProperty("input_tokens").GetInt64().ShouldBeGreaterThan(0);
        usage.GetProperty("hash").GetString().ShouldBe(prompt.GetProperty("versions")[1].GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Thumbs_are_counted_for_the_version_that_answered()
    {
        var folder = System.IO.Path.Combine(_prompts.FullName, "agent");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "4.yaml"), "name: agent\ntemplate: You are rated.\n");
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder, "active"), "4");
        await host.RestartAsync("--Prompts:Directory", _prompts.FullName);
        host.Model.Always(ModelReply.Says("[smalltalk] Hello."));
        var turns = new[] { await host.AskAsync("one"), await host.AskAsync("two"), await host.AskAsync("three"), await host.AskAsync("four") };
        foreach (var (turn, thumb) in turns.Zip(["up", "down", "down", (string?)null]))
        {
            using var rated = await host.Client.PostAsJsonAsync($"/api/v1/turns/{turn.Turn}/feedback", new { thumb });
            rated.EnsureSuccessStatusCode();
        }

        var usage = (await host.Client.GetJsonAsync("/api/v1/prompts/agent")).GetProperty("versions")[2].GetProperty("usage")[0];

        (usage.GetProperty("thumbs_up").GetInt64(), usage.GetProperty("thumbs_down").GetInt64()).ShouldBe((1, 2));
        usage.GetProperty("turns").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task Two_versions_are_compared_word_by_word()
    {
        var difference = await host.Client.GetJsonAsync("/api/v1/prompts/agent/diff?from=1&to=2");

        difference.GetProperty("template").EnumerateArray().Select(part => (part.GetProperty("kind").GetString(), part.GetProperty("text").GetString()))
            .ShouldBe([("same", "You help "), ("added", "affiliate "), ("same", "managers.")]);
    }

    [Theory]
    [InlineData("/api/v1/prompts/nobody", 404, "prompt_not_found")]
    [InlineData("/api/v1/prompts/nobody/diff?from=1&to=2", 404, "prompt_not_found")]
    [InlineData("/api/v1/prompts/agent/diff?from=1&to=9", 404, "prompt_version_not_found")]
    [InlineData("/api/v1/prompts?days=0", 422, "days_invalid")]
    [InlineData("/api/v1/prompts/agent?days=0", 422, "days_invalid")]
    public async Task What_is_not_there_says_so(string path, int status, string code)
    {
        (await ProblemAsync(host.Client.GetAsync(path))).ShouldBe((status, code));
    }
}
