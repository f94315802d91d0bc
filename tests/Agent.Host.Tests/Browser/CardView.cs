using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>A card that a person acts on.</summary>
public sealed class CardView(ILocator card)
{
    public ILocator Node => card;

    public ILocator Title => card.GetByRole(AriaRole.Heading);

    /// <summary>One word on how it stands.</summary>
    public ILocator State => card.Locator(".card-state");

    public ILocator Buttons => card.Locator(".card-actions button");

    public ILocator Error => card.GetByRole(AriaRole.Alert);

    public ILocator Fact(string label) => card.Locator("dt", new() { HasText = label }).Locator("xpath=following-sibling::dd[1]");

    public ILocator Button(string name) => card.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task PressAsync(string name) => Button(name).ClickAsync();
}
