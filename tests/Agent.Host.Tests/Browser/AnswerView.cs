using Microsoft.Playwright;

namespace PromptLab.Host.Tests.Browser;

/// <summary>One answer on the page.</summary>
public sealed class AnswerView(ILocator answer)
{
    public ILocator Node => answer;

    /// <summary>What the answer says, without cards and buttons.</summary>
    public ILocator Text => answer.Locator(".markdown");

    public ILocator Table => answer.GetByRole(AriaRole.Table);

    public ILocator Rows => Table.Locator("tbody tr");

    /// <summary>The table's figures as bars.</summary>
    public ILocator Bars => answer.Locator(".chart-bar");

    public ILocator BarNames => answer.Locator(".chart-name");

    public Task ToggleChartAsync() => answer.GetByRole(AriaRole.Button, new() { Name = "Chart", Exact = true }).ClickAsync();

    public Task DrawAsync(string figure) => answer.Locator("select[aria-label='Figure to draw']:visible").SelectOptionAsync(new SelectOptionValue { Label = figure });

    public ILocator Choices => answer.Locator(".choice");

    public ILocator Progress => answer.Locator(".progress");

    public ILocator Error => answer.GetByRole(AriaRole.Alert);

    public ILocator GoodAnswer => answer.GetByRole(AriaRole.Button, new() { Name = "Good answer" });

    public ILocator BadAnswer => answer.GetByRole(AriaRole.Button, new() { Name = "Bad answer" });

    public ILocator Again => answer.GetByRole(AriaRole.Button, new() { Name = "Answer again" });

    public ILocator Retry => answer.GetByRole(AriaRole.Button, new() { Name = "Try again" });

    /// <summary>How the question was understood, parameter by parameter.</summary>
    public ILocator Chip(string argument) => answer.Locator($".chip[data-argument='{argument}'] .chip-value");

    /// <summary>Opens the editor of a parameter.</summary>
    public async Task<ParameterEditorView> ChangeAsync(string argument)
    {
        var button = answer.Locator($".chip[data-argument='{argument}'] button.chip-button");
        await button.PressAsync("Enter");
        return new ParameterEditorView(answer.Locator($".chip[data-argument='{argument}'] form"), button);
    }

    public CardView Card(string kind) => new(answer.Locator($".card[data-kind='{kind}']"));

    public ILocator Tool => answer.Locator(".chip-tool");

    public ILocator DemoChip => answer.Locator(".chip-demo");

    public async Task<IReadOnlyList<string>> ColumnAsync(string header)
    {
        var headers = await Table.Locator("thead th").AllInnerTextsAsync();
        var column = headers.Select(text => text.Trim()).ToList().FindIndex(text => text == header) + 1;
        return await Table.Locator($"tbody td:nth-child({column})").AllInnerTextsAsync();
    }

    public Task SortByAsync(string header) => Table.GetByRole(AriaRole.Button, new() { Name = header, Exact = true }).ClickAsync();

    public Task CopyTableAsync() => answer.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).ClickAsync();
}
