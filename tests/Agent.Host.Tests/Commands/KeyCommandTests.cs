using System.Net;
using PromptLab.Host.Commands;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Commands;

public sealed class KeyCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("promptlab-key-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_key_made_on_the_command_line_opens_the_service_until_it_is_revoked()
    {
        var created = await RunAsync("key", "create", "anna", "her", "laptop");
        var key = created.Split('\n')[0];
        var listed = await RunAsync("key", "list", "anna");

        var before = await StatusAsync(key);
        await RunAsync("key", "revoke", "anna", listed.Split(' ')[0]);
        var after = await StatusAsync(key);

        listed.ShouldContain("her laptop");
        (before, after).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    private async Task<HttpStatusCode> StatusAsync(string key)
    {
        using var host = await HostProcess.StartAsync(_data, ["--Auth:RequireKey", "true"]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/conversations") { Headers = { Authorization = new("Bearer", key) } };
        using var response = await host.Client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<string> RunAsync(params string[] words)
    {
        using var output = new StringWriter();
        (await CommandLine.RunAsync([.. words, "--", "--data", _data], new Terminal(output, TextWriter.Null))).ShouldBe(0);
        return output.ToString();
    }
}
