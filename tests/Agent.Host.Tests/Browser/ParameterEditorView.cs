using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>The small form that changes one parameter of an answer.</summary>
public sealed class ParameterEditorView(ILocator form, ILocator chip)
{
    public ILocator Node => form;

    /// <summary>What was pressed to open it.</summary>
    public ILocator Chip => chip;

    public ILocator Field => form.Locator("input, select");

    public ILocator Suggestions => form.Locator("datalist option");

    public ILocator Error => form.GetByRole(AriaRole.Alert);

    public Task ResetAsync() => form.GetByRole(AriaRole.Button, new() { Name = "Back to the usual" }).ClickAsync();

    public async Task ApplyAsync(string value)
    {
        await Field.FillAsync(value);
        await Field.PressAsync("Enter");
    }

    public async Task ChooseAsync(string value)
    {
        await Field.SelectOptionAsync(value);
        await form.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
    }
}
