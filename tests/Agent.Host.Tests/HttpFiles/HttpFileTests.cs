using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.HttpFiles;

/// <summary>The requests that the documentation shows are sent, each to the running service.</summary>
public sealed partial class HttpFileTests
{
    public static TheoryData<string> Files => [.. HttpFile.Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_request_of_a_file_answers_as_it_says(string name)
    {
        var host = new HostFixture();
        await host.StartAsync();
        host.Client.Timeout = TimeSpan.FromMinutes(5);

        var problems = await new HttpFileRun(HttpFile.Read(name), host.Client).RunAsync();

        problems.ShouldBeEmpty();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Every_endpoint_has_a_request()
    {
        var host = new HostFixture();
        await host.StartAsync();
        var shown = HttpFile.Names.Select(HttpFile.Read).SelectMany(file => file.Requests).Select(request => (request.Method, request.Path)).ToList();

        var description = await host.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var missing = Operations(description).Where(operation => !shown.Exists(request =>
            request.Method == operation.Method && Pattern(operation.Path).IsMatch(request.Path)));
        missing.ShouldBeEmpty();
        await host.DisposeAsync();
    }

    private static IEnumerable<(string Method, string Path)> Operations(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name != "parameters"
        select (operation.Name.ToUpperInvariant(), path.Name);

    private static Regex Pattern(string path) => new($"^{Parameter().Replace(Regex.Escape(path), "[^/?]+")}(\\?.*)?$", RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\\\{[^}]+\}")]
    private static partial Regex Parameter();
}
