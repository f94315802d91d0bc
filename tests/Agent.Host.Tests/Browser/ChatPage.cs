using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The internal page with its chat, as a person uses it.</summary>
public sealed class ChatPage
{
    private readonly IPage _page;
    private readonly List<string> _complaints = [];
    private readonly HashSet<string> _hosts = [];

    internal ChatPage(IPage page)
    {
        _page = page;
        page.Request += (_, request) => _hosts.Add(new Uri(request.Url).Authority);
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _complaints.Add(message.Text);
            }
        };
    }

    /// <summary>Script errors, blocked resources and everything else the browser reported.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Every host that was asked for something.</summary>
    public IReadOnlyCollection<string> Hosts => _hosts;

    public Uri Address => new(_page.Url);

    public ILocator DemoBadge => _page.GetByRole(AriaRole.Note).Filter(new() { HasText = "Demo data" });

    public ILocator Examples => _page.GetByRole(AriaRole.List, new() { Name = "Example questions" }).GetByRole(AriaRole.Button);

    public ILocator Questions => _page.GetByRole(AriaRole.Article, new() { Name = "You" });

    public ILocator Composer => _page.GetByRole(AriaRole.Textbox, new() { Name = "Your message" });

    public ILocator Stop => _page.GetByRole(AriaRole.Button, new() { Name = "Stop answering" });

    public ILocator Send => _page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    public ILocator ConnectionBanner => _page.GetByText("Connection lost");

    public ILocator Toast => _page.Locator(".toast");

    /// <summary>What happened elsewhere, with a button that leads there.</summary>
    public ILocator News => _page.Locator(".toast.has-action.is-shown");

    public ILocator Answers => _page.GetByRole(AriaRole.Article, new() { Name = "Answer" });

    /// <param name="place">0 is the first answer of the conversation.</param>
    public AnswerView Answer(int place) => new(_page.GetByRole(AriaRole.Article, new() { Name = "Answer" }).Nth(place));

    public AnswerView LastAnswer => new(_page.GetByRole(AriaRole.Article, new() { Name = "Answer" }).Last);

    public ConversationListView Conversations => new(_page);

    /// <summary>A field of the page around the chat.</summary>
    public ILocator Field(string name) => _page.Locator($"form [name='{name}']");

    public ILocator Snippet => _page.Locator("#snippet");

    public async Task OpenAsync(Uri address)
    {
        await _page.GotoAsync(address.ToString());
        await Composer.WaitForAsync();
    }

    /// <summary>A second tab of the same browser.</summary>
    public async Task<ChatPage> OpenTabAsync(Uri address)
    {
        var tab = new ChatPage(await _page.Context.NewPageAsync());
        await tab.OpenAsync(address);
        return tab;
    }

    /// <summary>Goes to an empty page; the browser stays.</summary>
    public Task LeaveAsync() => _page.GotoAsync("about:blank");

    public Task CloseTabAsync() => _page.CloseAsync();

    /// <summary>Waits until this browser follows the feed: the place where it stands is remembered.</summary>
    public Task HeardAsync() => _page.WaitForFunctionAsync("Object.keys(localStorage).some(key => key.endsWith(':feed'))");

    /// <summary>How often this tab has announced a text, shown or gone again.</summary>
    public async Task<int> NewsCountAsync(string text) => await _page.Locator(".toast span", new() { HasText = text }).CountAsync();

    public async Task ReloadAsync()
    {
        await _page.ReloadAsync();
        await Composer.WaitForAsync();
    }

    /// <summary>Types a message and sends it; the answer may still be coming.</summary>
    public async Task SendAsync(string message)
    {
        await Composer.FillAsync(message);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Sends a message and waits until its answer has ended.</summary>
    public async Task<AnswerView> AskAsync(string message)
    {
        var asked = await Questions.CountAsync();
        await SendAsync(message);
        await Assertions.Expect(Questions).ToHaveCountAsync(asked + 1);
        await Assertions.Expect(Send).ToBeVisibleAsync();
        return LastAnswer;
    }

    /// <summary>Takes the way out that a conversation that cannot be shown offers.</summary>
    public Task StartNewFromMessageAsync() => _page.Locator(".transcript-message").GetByRole(AriaRole.Button, new() { Name = "New chat" }).ClickAsync();

    public Task OpenDrawerAsync() => _page.GetByRole(AriaRole.Button, new() { Name = "Conversations", Exact = true }).ClickAsync();

    public Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    /// <summary>Whether the page is wider than its window.</summary>
    public Task<bool> OverflowsAsync() => _page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth");

    /// <summary>Of the chat's background, from 0 (black) to 255.</summary>
    public async Task<double> BrightnessAsync()
    {
        const string script = "shell => getComputedStyle(shell).backgroundColor.match(/[0-9.]+/g).slice(0, 3).map(Number)";
        return (await _page.Locator(".shell").EvaluateAsync<double[]>(script)).Average();
    }

    public Task<string> TitleAsync() => _page.TitleAsync();

    /// <summary>Cuts every connection and refuses new ones.</summary>
    public Task DisconnectAsync() => _page.Context.SetOfflineAsync(true);

    public Task ReconnectAsync() => _page.Context.SetOfflineAsync(false);

    /// <summary>The path of the file that a press gives.</summary>
    public async Task<string> DownloadAsync(Func<Task> press) => await (await _page.RunAndWaitForDownloadAsync(press)).PathAsync();

    public Task<string> ClipboardAsync() => _page.EvaluateAsync<string>("navigator.clipboard.readText()");

    /// <summary>What keeps people from using the page, as axe-core finds it.</summary>
    public Task<IReadOnlyList<string>> ViolationsAsync() => Accessibility.ViolationsAsync(_page);

    public Task<byte[]> PictureAsync(string path) => _page.ScreenshotAsync(new() { Path = path });

    public Task CloseAsync() => _page.Context.CloseAsync();
}
