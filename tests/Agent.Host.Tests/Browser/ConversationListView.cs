using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The list of conversations beside the chat.</summary>
public sealed class ConversationListView(IPage page)
{
    private readonly ILocator _list = page.GetByRole(AriaRole.Navigation, new() { Name = "Conversations" });

    public ILocator Node => page.Locator("nav.sidebar");

    public ILocator Titles => _list.Locator(".conversation-title");

    public ILocator Open => _list.Locator("[aria-current='true'] .conversation-title");

    public ILocator Unread => _list.Locator(".is-unread .conversation-title");

    public Task SearchAsync(string words) => _list.GetByRole(AriaRole.Searchbox).FillAsync(words);

    public Task StartNewAsync() => _list.GetByRole(AriaRole.Button, new() { Name = "New chat" }).ClickAsync();

    public Task SelectAsync(string title) => Titles.Filter(new() { HasText = title }).ClickAsync();

    public async Task RenameAsync(string title, string newTitle)
    {
        await ChooseAsync(title, "Rename");
        var name = _list.GetByRole(AriaRole.Textbox, new() { Name = "New title" });
        await name.FillAsync(newTitle);
        await name.PressAsync("Enter");
    }

    public async Task DeleteAsync(string title)
    {
        await ChooseAsync(title, "Delete");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
    }

    /// <summary>Presses an entry that saves the conversation as a file.</summary>
    public Task SaveAsync(string title, string entry) => ChooseAsync(title, entry);

    private async Task ChooseAsync(string title, string action)
    {
        var item = _list.GetByRole(AriaRole.Listitem).Filter(new() { HasText = title });
        await item.HoverAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = $"Actions for {title}" }).ClickAsync();
        await item.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
    }
}
