using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.TemplateFolder;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.TemplateFolder;

/// <summary>A service of its own with a folder of its own, which is synchronised when a test says so.</summary>
public sealed class FolderScene : IAsyncDisposable
{
    public const string Sync = $"{Root}/sync";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("promptlab-folder-");
    private readonly HostFixture _host = new();

    public HttpClient Client => _host.Client;

    public Uri Address => _host.Address;

    public static async Task<FolderScene> StartAsync(params string[] settings)
    {
        var scene = new FolderScene();
        await scene._host.StartAsync(["--Templates:Folder", scene._folder.FullName, "--Templates:PollInterval", "01:00:00", "--Templates:Settle", "00:01:00", .. settings]);
        return scene;
    }

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(file => file.Name).Order();

    public string Read(string name) => File.ReadAllText(Path(name));

    public void Write(string name, string template, string content) => File.WriteAllText(Path(name), $"name: {template}\ntemplate: {content}\n");

    public void Edit(string name, string from, string to) => File.WriteAllText(Path(name), Read(name).Replace(from, to, StringComparison.Ordinal));

    public async Task<JsonElement> SyncAsync()
    {
        using var response = await Client.PostAsync(Sync, null);
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    public async Task<JsonElement> DecideAsync(JsonElement conflict, string keep)
    {
        using var response = await Client.PostAsJsonAsync($"{Sync}/conflicts/{conflict.GetProperty("template_id").GetString()}", new { keep });
        return await ReadAsync(response.EnsureSuccessStatusCode());
    }

    /// <summary>A template and its file, <c>disputed.yaml</c>, that both were changed.</summary>
    public async Task<(JsonElement Template, JsonElement Conflict)> DisputeAsync()
    {
        var template = await Client.CreateTemplateAsync("Disputed", "before");
        await SyncAsync();
        await Client.ChangeTemplateAsync(template, new { content = "changed here" });
        Edit("disputed.yaml", "before", "changed there");
        return (template, (await SyncAsync()).GetProperty("conflicts")[0]);
    }

    public async Task<string?> ContentAsync(JsonElement template) =>
        (await Client.GetFromJsonAsync<JsonElement>(Path(template))).GetProperty("current").GetProperty("content").GetString();

    public async Task<JsonElement> ListAsync() => (await Client.GetFromJsonAsync<JsonElement>(Root)).GetProperty("data");

    /// <summary>As if the process had died right after it changed a side.</summary>
    public Task ForgetAsync(JsonElement template) =>
        _host.Services.GetRequiredService<TemplateFileRepository>().ForgetAsync(LocalUser.Owner, template.GetProperty("template").GetProperty("id").GetGuid(), CancellationToken.None);

    public Task<HttpClient> SignInAsync(string owner) => _host.SignInAsync(owner);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Path(JsonElement template) => Templates.TemplateCalls.Path(template);
}
