using System.Collections.Concurrent;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Browser.Lab;
using PromptLab.Testing.Requirements;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The machine's Chromium, started when the first page is opened.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Generous: a machine that builds and tests at once is slow, and a wait ends as soon as it is true.</summary>
    private const float Patience = 60_000;

    private readonly ConcurrentQueue<IBrowserContext> _contexts = new();
    private readonly ConcurrentQueue<string> _complaints = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page of a browser profile of its own. Whatever the page complains about fails the test at <see cref="ChatPage.Complaints"/>.</summary>
    public async Task<ChatPage> OpenAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        var page = new ChatPage(await NewPageAsync(options));
        await page.OpenAsync(address);
        return page;
    }

    /// <summary>A page of the lab in a browser profile of its own.</summary>
    /// <param name="key">Of the API, as if it had been entered here before; none is the local user.</param>
    public async Task<LabPage> OpenLabAsync(Uri host, string path, string? key = null, BrowserNewContextOptions? options = null)
    {
        var page = new LabPage(await NewPageAsync(options), host);
        if (key is not null)
        {
            await page.UseKeyAsync(key);
        }

        await page.OpenAsync(path);
        return page;
    }

    /// <summary>Closes what was opened since it was last called.</summary>
    internal async Task CloseAsync()
    {
        foreach (var context in _contexts)
        {
            try
            {
                await context.CloseAsync();
            }
            catch (PlaywrightException)
            {
                // Whatever killed the page or the browser has closed this, too; the next test gets another one.
            }
        }

        _contexts.Clear();
        _complaints.Clear();
    }

    /// <summary>The open pages, and what they complained about.</summary>
    internal string Describe() => _browser is { IsConnected: false }
        ? "Chromium is gone."
        : string.Join('\n', [$"Pages: {string.Join(", ", _contexts.SelectMany(context => context.Pages).Select(page => page.Url))}", .. _complaints.Select(complaint => $"Complaint: {complaint}")]);

    private async Task<IPage> NewPageAsync(BrowserNewContextOptions? options)
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright ??= await Playwright.CreateAsync();
        _browser = _browser is { IsConnected: true } ? _browser : await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Executable, Args = Arguments });
        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        Watch(context);
        return await context.NewPageAsync();
    }

    private void Watch(IBrowserContext context)
    {
        _contexts.Enqueue(context);
        context.WebError += (_, error) => _complaints.Enqueue(error.Error);
        context.Page += (_, page) => page.Crash += (_, _) => _complaints.Enqueue("The page crashed.");
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
    }
}
