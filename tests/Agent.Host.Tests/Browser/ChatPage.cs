using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The internal page with its chat, as a person uses it.</summary>
public sealed class ChatPage
{
    private readonly IPage _page;
    private readonly List<string> _complaints = [];

    internal ChatPage(IPage page)
    {
        _page = page;
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

    public string Address => _page.Url;

    public ILocator DemoBadge => _page.GetByRole(AriaRole.Note).Filter(new() { HasText = "Demo data" });

    public ILocator Examples => _page.GetByRole(AriaRole.List, new() { Name = "Example questions" }).GetByRole(AriaRole.Button);

    public ILocator Questions => _page.GetByRole(AriaRole.Article, new() { Name = "You" });

    public ILocator Composer => _page.GetByRole(AriaRole.Textbox, new() { Name = "Your message" });

    public ILocator Stop => _page.GetByRole(AriaRole.Button, new() { Name = "Stop answering" });

    public ILocator Send => _page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    public ILocator Toast => _page.Locator(".toast");

    public AnswerView LastAnswer => new(_page.GetByRole(AriaRole.Article, new() { Name = "Answer" }).Last);

    public ConversationListView Conversations => new(_page);

    public async Task OpenAsync(Uri address)
    {
        await _page.GotoAsync(address.ToString());
        await Composer.WaitForAsync();
    }

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

    public Task<string> ClipboardAsync() => _page.EvaluateAsync<string>("navigator.clipboard.readText()");

    public Task<byte[]> PictureAsync(string path) => _page.ScreenshotAsync(new() { Path = path });

    public Task CloseAsync() => _page.Context.CloseAsync();
}
